import type { JSX } from 'preact';

import type { MembershipQuery } from '../../api/generated/types.ts';
import { membershipText } from '../../text/membership.text.ts';

type Tiers = MembershipQuery['tierLevels'];

interface LevelsProps {
  readonly levels: Tiers;
  /** The reader's own level. */
  readonly own: Tiers[number]['code'];
}

/** All levels, the lowest first: what each takes, and what it brings. */
export function Levels({ levels, own }: LevelsProps): JSX.Element {
  const t = membershipText();
  return (
    <section class="panel stack-tight" aria-labelledby="tier-levels">
      <h2 id="tier-levels">{t.levels}</h2>
      <ol class="plain-list records">
        {levels.map(({ code, name, asks, payPercent, pointsTimes, privileges }) => (
          <li key={code} class="stack-tight">
            <h3 class="row">
              {name} {code === own && <span class="chip good">{t.yours}</span>}
            </h3>
            <p>{asks}</p>
            <p>{[t.pay(payPercent), t.times(pointsTimes)].join(' · ')}</p>
            <p class="soft">{privileges.join(' · ')}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
