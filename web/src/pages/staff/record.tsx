import type { ComponentChildren, JSX } from 'preact';

interface RecordProps {
  readonly title: ComponentChildren;
  /** 3 where the list stands under a heading of its own. */
  readonly level?: 2 | 3;
  /** Chips and small print under the title. */
  readonly about?: ComponentChildren;
  readonly facts: readonly (readonly [label: string, value: ComponentChildren])[];
  readonly actions?: ComponentChildren;
}

/** One line of a staff list: a row of columns where there is room, a card on a phone. */
export function Record({ title, level = 2, about, facts, actions }: RecordProps): JSX.Element {
  return (
    <li class="record">
      <div class="stack-tight">
        {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
        {about !== undefined && <div class="row small soft">{about}</div>}
      </div>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt class="soft small">{label}</dt>
            <dd class="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      {actions !== undefined && <div class="row record-actions">{actions}</div>}
    </li>
  );
}
