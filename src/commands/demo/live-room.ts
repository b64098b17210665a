import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { App } from '../../app.ts';
import { createRoom, endLive, type LiveRoom } from '../replay/room.ts';
import { successOf, type MutationResult } from '../replay/operations.ts';
import { typeMeeting } from '../replay/typist.ts';
import type { Cast } from './cast.ts';
import type { DemoMeeting } from './meetings.ts';

/** How the room is kept. */
export interface LiveRoomOptions {
  readonly meetings: readonly DemoMeeting[];
  readonly signal: AbortSignal;
  readonly onOpen: (room: LiveRoom, viewPassword: string) => void;
}

/** A little faster than people speak, so that a visitor sees it move at once. */
const speed = 1.5;
const viewPassword = 'demo-view';
const pauseMs = 4_000;
const cardPoints = 600;

/** Types one meeting after the other into one live room, over and over, until the signal. */
export async function keepRoomLive(app: App, cast: Cast, options: LiveRoomOptions): Promise<void> {
  await topUp(cast);
  const { request } = cast.host;
  const room = await createRoom(request, {
    title: '演示直播 · Live demo',
    visibility: 'PRIVATE',
    viewPassword,
  });
  options.onOpen(room, viewPassword);
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    await wait(ms, undefined, { signal }).catch(() => undefined);
  };
  const typist = { request, clock: () => performance.now(), sleep, newId: v7 };
  while (!options.signal.aborted) {
    for (const { meeting } of options.meetings) {
      const { isStopped } = await typeMeeting(typist, meeting.segments, {
        transcriptId: room.id,
        speed,
        signal: options.signal,
      });
      if (isStopped) break;
      await sleep(pauseMs, options.signal);
    }
    if (!options.signal.aborted) await topUp(cast);
  }
  await endLive(request, room);
  app.house.log.info('the demo room was closed');
}

const batchDocument = /* GraphQL */ `
  mutation ($input: CreateCardBatchInput!) {
    createCardBatch(input: $input) {
      __typename
      ... on CreateCardBatchSuccess {
        codes
      }
      ... on UserError {
        message
      }
    }
  }
`;

const redeemDocument = /* GraphQL */ `
  mutation ($input: RedeemCardInput!) {
    redeemCard(input: $input) {
      __typename
      ... on UserError {
        message
      }
    }
  }
`;

/** The host tops up as any member does: the operator makes a card, the host redeems it. */
async function topUp({ host, operator }: Cast): Promise<void> {
  const batch = { count: 1, points: cardPoints, note: 'demo', idempotencyKey: v7() };
  const { createCardBatch } = await operator.request<{ createCardBatch: MutationResult }>(batchDocument, {
    input: batch,
  });
  const [code] = successOf<{ codes: readonly string[] }>(createCardBatch).codes;
  const { redeemCard } = await host.request<{ redeemCard: MutationResult }>(redeemDocument, {
    input: { code, idempotencyKey: v7() },
  });
  successOf(redeemCard);
}
