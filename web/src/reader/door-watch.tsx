// What the form needs on its submit is at hand by then.
import './enter.ts';

import './door-watch.css';

import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';

import { doorText } from '../text/door.text.ts';
import { readerText } from '../text/reader.text.ts';
import { language } from '../text/text.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.tsx';
import type { Door } from './gate.tsx';
import { useDoor, type DoorHint } from './use-door.ts';

/** For another attempt; by itself it stands on the page before this does. */
const Gate = lazily(() => import('./gate.tsx').then((module) => module.Gate), { lines: 4 });

interface DoorWatchProps {
  readonly shareCode: string;
  readonly door: Door;
  /** Called when the page has to look again: somebody was let in, or the door is another one now. */
  readonly onChange: () => void;
}

interface AtTheDoor {
  readonly DoorWatch: ComponentType<DoorWatchProps>;
  readonly NotFound: ComponentType<object>;
}

/** What stands at the door, once its words are there in the language of the page. */
export async function withWords(): Promise<AtTheDoor> {
  await doorText.load(language.peek());
  return { DoorWatch, NotFound };
}

/** Follows the door, and says under the form, or in its place, how one stands. */
function DoorWatch(props: DoorWatchProps): JSX.Element {
  const { shareCode, door, onChange } = props;
  const hint = useDoor(props);
  const isTryingAgain = useSignal(false);
  if (door.state === 'PASSWORD') {
    return (
      <div class="door-notes" role="status">
        <Notes hint={hint.value} />
      </div>
    );
  }
  if (isTryingAgain.value && door.state === 'REFUSED') {
    return <Gate {...{ shareCode, door }} invitedBy={null} onOpened={onChange} />;
  }
  return (
    <div class="reader">
      <header class="reader-head">
        <h1>{door.title}</h1>
        <p class="row soft">
          {readerText().by(door.owner.displayName)}
          <span class={`chip${door.status === 'LIVE' ? ' live' : ''}`}>
            {readerText().status[door.status]}
          </span>
        </p>
      </header>
      <div role="status">
        <Standing hint={hint.value} onAgain={() => (isTryingAgain.value = true)} />
      </div>
    </div>
  );
}

function Notes({ hint }: { readonly hint: DoorHint }): JSX.Element {
  const t = doorText();
  return (
    <>
      {hint.status === 'READY' && <p>{t.notBegun}</p>}
      {hint.viewersUntil !== null && <p class="soft">{t.until(hint.viewersUntil)}</p>}
    </>
  );
}

interface StandingProps {
  readonly hint: DoorHint;
  readonly onAgain: () => void;
}

/** Said where there is nothing to enter. */
function Standing({ hint, onAgain }: StandingProps): JSX.Element {
  const t = doorText();
  if (hint.state === 'EXPIRED') {
    return (
      <div class="panel stack-tight">
        <h2>{t.expired.title}</h2>
        <p>{t.expired.text(hint.viewersUntil)}</p>
      </div>
    );
  }
  if (hint.state === 'REFUSED') {
    return (
      <div class="panel stack-tight">
        <h2>{t.refused.title}</h2>
        <p>{t.refused.text}</p>
        <div class="row">
          <Button onClick={onAgain}>{t.refused.again}</Button>
        </div>
      </div>
    );
  }
  return (
    <div class="panel stack-tight">
      <h2>{t.waiting.title}</h2>
      <p>{t.waiting.text}</p>
      {hint.hostIsHere !== null && (
        <p class="soft">{hint.hostIsHere ? t.waiting.hostIsHere : t.waiting.hostIsAway}</p>
      )}
    </div>
  );
}

/** Said where a share code leads nowhere. */
function NotFound(): JSX.Element {
  const t = doorText().notFound;
  return (
    <div class="state">
      <h1>{t.title}</h1>
      <p class="soft prose">{t.text}</p>
      <LinkButton href="/">{t.home}</LinkButton>
    </div>
  );
}
