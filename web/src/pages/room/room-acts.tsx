import { deskText } from '../../text/desk.text.ts';
import { lazyPart, usePreloaded } from '../../ui/lazy-part.tsx';

// What is done now and then stands in chunks of its own: the line that is typed in comes first.

export const SharePanel = lazyPart({
  load: async () => (await import('./share-panel.tsx')).SharePanel,
  texts: [],
});
export const EndSession = lazyPart({
  load: async () => (await import('./end-session.tsx')).EndSession,
  texts: [],
});
export const StartAgain = lazyPart({
  load: async () => (await import('./start-again.tsx')).StartAgain,
  texts: [],
});
export const Conflicts = lazyPart({
  load: async () => (await import('./conflict-list.tsx')).Conflicts,
  texts: [],
});
export const CorrectionForm = lazyPart({
  load: async () => (await import('./correction-form.tsx')).CorrectionForm,
  texts: [],
});
export const RoomEdits = lazyPart({
  load: async () => (await import('./room-edits.tsx')).RoomEdits,
  texts: [],
});
export const RoomNotices = lazyPart({
  load: async () => (await import('./room-notices.tsx')).RoomNotices,
  texts: [],
});
export const ReadOnlyRoom = lazyPart({
  load: async () => (await import('./read-only-room.tsx')).ReadOnlyRoom,
  texts: [],
});
export const MeterLine = lazyPart({
  load: async () => (await import('./meter-line.tsx')).MeterLine,
  texts: [],
});
export const OtherDrafts = lazyPart({
  load: async () => (await import('./crew/other-drafts.tsx')).OtherDrafts,
  texts: [],
});
const side = () => import('./room-side.tsx');
export const PanelButtons = lazyPart({ load: async () => (await side()).PanelButtons, texts: [] });
export const RoomSide = lazyPart({ load: async () => (await side()).RoomSide, texts: [] });
export const TitleForm = lazyPart({
  load: async () => (await import('./title-form.tsx')).TitleForm,
  texts: [],
});
/** What the outbox sends of it. */
const editingWork = { preload: () => import('../../live/editing-work.ts') };
const ShareInside = lazyPart({
  load: async () => (await import('./share/share-inside.tsx')).ShareInside,
  texts: [deskText],
});

/** Fetches what is asked for in the middle of a session, so that it is there without a line, too. */
export const usePreloadedActs = (): void =>
  usePreloaded([CorrectionForm, Conflicts, editingWork, ReadOnlyRoom, ShareInside]);
