import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('logging out kills the session for its cookie, its token and its sockets', async () => {
  const member = await world.member();
  const live = await member.subscribe('subscription { memberFeed { __typename } }').connected();
  const answer = await member.request('mutation { logOut { sessionsEnded } }');
  expect(answer.data).toEqual({ logOut: { sessionsEnded: 1 } });
  expect(answer.headers.getSetCookie().join()).toMatch(
    /^scribecast_session=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/i,
  );
  await live.until((each) => each.closeCode === 4403);
  // The jar of the test client keeps even cleared cookies' names, so the token alone is what is tried here.
  member.cookies.clear();
  expect(await member.data('{ me { id } }')).toEqual({ me: null });
  const refused = await member.request('mutation { endOtherSessions { sessionsEnded } }');
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});

test('logging out twice is no fault', async () => {
  expect(await world.visitor().data('mutation { logOut { sessionsEnded } }')).toEqual({
    logOut: { sessionsEnded: 0 },
  });
});
