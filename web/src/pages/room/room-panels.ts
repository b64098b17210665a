import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';

import { briefsText } from '../../text/briefs.text.ts';
import { crewText } from '../../text/crew.text.ts';
import { commentsText } from '../../text/comments.text.ts';
import { editingText } from '../../text/editing.text.ts';
import { typingText } from '../../text/typing.text.ts';
import type { AreaText } from '../../text/text.ts';
import type { PanelId } from './panel-keys.tsx';
import type { WritingParts } from './room-parts.ts';

/** What stands beside the text on the writer's word: it is loaded when it is first opened, and stays as it was left. */
export interface RoomPanel {
  readonly id: PanelId;
  readonly load: () => Promise<ComponentType<WritingParts>>;
  /** The words that it speaks, loaded along with it. */
  readonly texts: readonly AreaText<unknown>[];
  /** How much in it is new; shown on its button. */
  readonly freshCount?: (parts: WritingParts) => ReadonlySignal<number>;
  /** Called whenever it opens. */
  readonly onOpen?: (parts: WritingParts) => void;
}

/** The side sheet of the room, in the order of its tabs. */
export const roomPanels: readonly RoomPanel[] = [
  {
    id: 'comments',
    load: async () => (await import('../../comments/comments.tsx')).Comments,
    texts: [commentsText],
    freshCount: ({ shelf }) => shelf.newsCount,
    onOpen: ({ shelf }) => shelf.reveal(),
  },
  {
    id: 'glossary',
    load: async () => (await import('./briefs/glossary-panel.tsx')).GlossaryPanel,
    texts: [briefsText],
  },
  {
    id: 'briefs',
    load: async () => (await import('./briefs/briefs-panel.tsx')).BriefsPanel,
    texts: [briefsText],
  },
  {
    id: 'script',
    load: async () => (await import('./briefs/script-panel.tsx')).ScriptPanel,
    texts: [briefsText],
  },
  {
    id: 'replace',
    load: async () => (await import('./find-replace.tsx')).FindReplace,
    texts: [editingText],
  },
  {
    id: 'history',
    load: async () => (await import('./history.tsx')).History,
    texts: [editingText],
  },
  {
    id: 'typing',
    load: async () => (await import('./line/typing-panel.tsx')).TypingPanel,
    texts: [typingText],
  },
  {
    id: 'crew',
    load: async () => (await import('./crew/crew-panel.tsx')).CrewPanel,
    texts: [crewText],
    freshCount: ({ crew }) => crew.unreadCount,
    onOpen: ({ crew }) => crew.room.peek()?.markRead(),
  },
];
