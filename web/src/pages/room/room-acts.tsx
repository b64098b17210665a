import { deskText } from '../../text/desk.text.ts';
import { lazyPart, usePreloaded } from '../../ui/lazy-part.tsx';

// What is done now and then stands in chunks of its own: the line that is typed in comes first.

export const EndSession = lazyPart({
  load: async () => (await import('./end-session.tsx')).EndSession,
});
export const StartAgain = lazyPart({
  load: async () => (await import('./start-again.tsx')).StartAgain,
});
export const Conflicts = lazyPart({
  load: async () => (await import('./conflict-list.tsx')).Conflicts,
});
export const CorrectionForm = lazyPart({
  load: async () => (await import('./correction-form.tsx')).CorrectionForm,
});
export const RoomEdits = lazyPart({
  load: async () => (await import('./room-edits.tsx')).RoomEdits,
});
export const RoomNotices = lazyPart({
  load: async () => (await import('./room-notices.tsx')).RoomNotices,
});
export const ReadOnlyRoom = lazyPart({
  load: async () => (await import('./read-only-room.tsx')).ReadOnlyRoom,
});
export const OtherDrafts = lazyPart({
  load: async () => (await import('./crew/other-drafts.tsx')).OtherDrafts,
});
const side = () => import('./room-side.tsx');
export const PanelButtons = lazyPart({ load: async () => (await side()).PanelButtons });
export const RoomSide = lazyPart({ load: async () => (await side()).RoomSide });
/** What the outbox sends of it. */
const editingWork = { preload: () => import('../../live/editing-work.ts') };
const ShareInside = lazyPart({
  load: async () => (await import('./share/share-inside.tsx')).ShareInside,
  texts: [deskText],
});

/** Fetches what is asked for in the middle of a session, so that it is there without a line, too. */
export const usePreloadedActs = (): void =>
  usePreloaded([CorrectionForm, Conflicts, editingWork, ReadOnlyRoom, ShareInside]);
