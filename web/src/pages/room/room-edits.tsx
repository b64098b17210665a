import type { WritingParts } from './room-parts.ts';
import { useRoomEdits } from './use-room-edits.ts';

/** The keys and the news of what is edited; nothing of it is to be seen. */
export function RoomEdits(parts: WritingParts): null {
  useRoomEdits(parts);
  return null;
}
