import type { JSX } from 'preact';

import { SegmentLog } from '../../reader/segment-log.tsx';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { RoomHeader } from './room-header.tsx';
import type { RoomParts } from './room-parts.ts';

interface ReadOnlyRoomProps extends RoomParts {
  readonly onTakeOver: () => void;
}

/** A second tab of a room that is being typed in another one. */
export function ReadOnlyRoom({ onTakeOver, ...parts }: ReadOnlyRoomProps): JSX.Element {
  const t = roomText();
  const draft = parts.live.draft.value;
  return (
    <div class="room-main">
      <RoomHeader {...parts} />
      <div class="notice warn row row-between" role="status">
        <div>
          <strong>{t.elsewhere.title}</strong>
          <p>{t.elsewhere.text}</p>
        </div>
        <Button look="primary" onClick={onTakeOver}>
          {t.elsewhere.takeOver}
        </Button>
      </div>
      <SegmentLog label={t.log} blocks={parts.live.blocks} />
      {draft !== null && (
        <p class="draft-line segment-log" aria-hidden="true">
          {draft.text}
        </p>
      )}
    </div>
  );
}
