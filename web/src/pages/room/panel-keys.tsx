import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';

import type { KeyId } from '../../app/keys.ts';
import { useKey } from '../../app/use-key.ts';
import type { RoomText } from '../../text/room.zh.ts';

/** Each has its name in `roomText().panels`. */
export type PanelId = keyof RoomText['panels'];

/** The panel beside the text; null: none. */
export type OpenPanel = Signal<PanelId | null>;

/** What opens and closes each of them. */
const panelKeys: Readonly<Record<PanelId, KeyId>> = {
  comments: 'toggleComments',
  glossary: 'toggleGlossary',
  briefs: 'toggleBriefs',
  script: 'toggleScript',
  replace: 'toggleReplace',
  history: 'toggleHistory',
  typing: 'toggleTyping',
  crew: 'toggleCrew',
};

/** The keys work before the panels are there: a press is kept for what comes. */
export function PanelKeys({ open }: { readonly open: OpenPanel }): JSX.Element {
  return (
    <>
      {Object.entries(panelKeys).map(([id, key]) => (
        <PanelKey key={id} {...{ id: id as PanelId, name: key, open }} />
      ))}
    </>
  );
}

interface PanelKeyProps {
  readonly id: PanelId;
  readonly name: KeyId;
  readonly open: OpenPanel;
}

function PanelKey({ id, name, open }: PanelKeyProps): null {
  useKey(name, () => togglePanel(open, id));
  return null;
}

/** Opens a panel, or closes it where it is open. */
export function togglePanel(open: OpenPanel, id: PanelId): void {
  open.value = open.peek() === id ? null : id;
}
