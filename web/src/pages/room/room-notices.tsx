import type { JSX } from 'preact';

import { EndedNotice } from './crew/ended-notice.tsx';
import { PointsNotice } from './points-notice.tsx';
import type { WritingParts } from './room-parts.ts';

/** What has to be said above the text, as long as it is true. */
export function RoomNotices(parts: WritingParts): JSX.Element {
  return (
    <>
      <EndedNotice {...parts} />
      <PointsNotice {...parts} />
    </>
  );
}
