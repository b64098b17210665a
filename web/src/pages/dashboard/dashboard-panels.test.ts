import { expect, test } from '@jest/globals';

import { ApiError, NetworkError, type Request } from '../../api/client.ts';
import { createDashboardPanels } from './dashboard-panels.ts';

const points = { balance: 7, debt: 0 };
const comments = { receivedComments: { totalCount: 0, edges: [] }, waiting: { totalCount: 0 } };
const announcements = { edges: [] };
const me = { cardPoints: points, ...comments, transcripts: { edges: [] } };

/** A server on which the documents that contain one of these words fail. */
function serverWithout(...broken: readonly string[]) {
  const asked: string[] = [];
  const request = (async (document: string) => {
    asked.push(/query (\w+)/.exec(document)?.[1] ?? '');
    if (broken.some((word) => document.includes(word)))
      throw new ApiError({ code: 'INTERNAL', message: 'no' });
    return { me, announcements };
  }) as unknown as Request;
  return { request, asked };
}

test('one request fills the dashboard', async () => {
  const { request, asked } = serverWithout();
  const panels = createDashboardPanels(request);
  await panels.load();
  expect(asked).toEqual(['Dashboard']);
  expect(panels.balance.state.value.content).toEqual(points);
});

test('a panel that fails does not take the others along', async () => {
  const { request } = serverWithout('announcements');
  const panels = createDashboardPanels(request);
  await panels.load();
  await new Promise(setImmediate);
  expect(panels.announcements.state.value.error).toBeInstanceOf(ApiError);
  expect(panels.balance.state.value.content).toEqual(points);
  expect(panels.transcripts.state.value.content).toEqual(me.transcripts);
  expect(panels.fault.value).toBeUndefined();
});

test('without a network it is one failure, not four', async () => {
  const panels = createDashboardPanels(() => Promise.reject(new NetworkError('down')));
  await panels.load();
  expect(panels.fault.value).toBeInstanceOf(NetworkError);
  expect(panels.balance.state.value.error).toBeUndefined();
});
