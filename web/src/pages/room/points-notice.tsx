import type { JSX } from 'preact';

import { session } from '../../app/session.ts';
import { roomText } from '../../text/room.text.ts';
import type { RoomParts } from './room-parts.ts';

const lowMinutes = 10;

/** Stands as long as it is true: a running session is never cut off, and this says so. */
export function PointsNotice({ meter, live }: Pick<RoomParts, 'meter' | 'live'>): JSX.Element | null {
  const t = roomText();
  const now = meter.meter.value;
  const isLive = live.facts.value?.status === 'LIVE';
  if (now?.balance == null || !isLive || session.value.kind !== 'member') return null;
  const minutesLeft = Math.floor(now.balance / Math.max(1, session.value.service.pointsPerMinute));
  if (minutesLeft > lowMinutes) return null;
  return (
    <div class="notice warn row row-between small">
      <span>{now.balance === 0 ? t.noBalance(now.debt) : t.lowBalance(minutesLeft)}</span>
      <a href="/balance" target="_blank" rel="noopener">
        {t.start.topUp}
      </a>
    </div>
  );
}
