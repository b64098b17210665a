import type { JSX } from 'preact';

import { session as account } from '../../app/session.ts';
import { roomText } from '../../text/room.text.ts';
import { nowMs } from '../../ui/network.ts';
import type { RoomParts } from './room-parts.ts';
import type { RoomMeter } from './use-room-meter.ts';

/** What the running session has cost; to its owner, what is left. */
export function MeterLine({ meter }: RoomParts): JSX.Element | null {
  const t = roomText();
  const now = meter.meter.value;
  if (now === undefined) return null;
  const { session, balance } = now;
  return (
    <>
      {session !== null && <Running session={session} isCounted={balance === null} />}
      {balance !== null && <span>{t.balance(balance)}</span>}
    </>
  );
}

interface RunningProps {
  readonly session: NonNullable<RoomMeter['session']>;
  /** By the clock, where nobody is told of the points: each minute that has begun is one. */
  readonly isCounted: boolean;
}

function Running({ session, isCounted }: RunningProps): JSX.Element {
  const t = roomText();
  const { minutes, pointsSpent, firstSegmentAt } = session;
  if (!isCounted || firstSegmentAt === null || account.value.kind !== 'member')
    return <span>{minutes === 0 ? t.meterIdle : t.meter(minutes, pointsSpent)}</span>;
  const begun = Math.max(
    minutes,
    1 + Math.floor(Math.max(0, nowMs.value - Date.parse(firstSegmentAt)) / 60_000),
  );
  return <span>{t.meter(begun, begun * account.value.service.pointsPerMinute)}</span>;
}
