import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { post, WireSocket, type WireError } from './wire.ts';

const world = await startWorld();
const member = await world.member();
const bearer = { authorization: `Bearer ${member.token}` };
const query = '{ announcements(first: 1) { edges { node { id } } } }';

// Something breaks that no code of ours provides for.
await world.sql('alter table announcements rename to announcements_gone');

const inside =
  /announcements_gone|relation|select |insert |42P01|node_modules|\/src\/|\.ts:|\.js:|at \w+ \(|postgres/i;

function expectSilent(errors: readonly WireError[] | null): void {
  expect(errors).toHaveLength(1);
  const [error] = errors!;
  expect(error!.message).toBe(
    'Something went wrong on our side. Please try again, and if it persists, tell us the error number.',
  );
  expect(error!.extensions).toEqual({
    code: 'INTERNAL',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(JSON.stringify(errors)).not.toMatch(inside);
}

describe('a fault inside is told as such, with a number and nothing else', () => {
  test('over HTTP', async () => {
    const answer = await post(world.url, { query }, bearer);
    expectSilent(answer.errors);
    expect(answer.text).not.toMatch(inside);
  });

  test('over the socket', async () => {
    const socket = await new WireSocket(world.url).greeted({ ...bearer, locale: 'en' });
    socket.send({ type: 'subscribe', id: '1', payload: { query } });
    expectSilent(await socket.errorsOf('1'));
    socket.close();
  });

  test('when finding out who asks is what fails', async () => {
    await world.sql('alter table sessions rename to sessions_gone');
    const answer = await post(world.url, { query: '{ serviceInfo { version } }' }, bearer);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/sessions_gone|relation|select |node_modules|\/src\/|\.ts:|stack/i);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    const socket = await new WireSocket(world.url).greeted({ ...bearer, locale: 'en' });
    await socket.until(() => socket.closed !== null);
    expect(socket.closed).toEqual({ code: 4500, reason: expect.not.stringMatching(/relation|sessions/) });
    await world.sql('alter table sessions_gone rename to sessions');
  });

  test('and whoever asks something else is answered as ever', async () => {
    expect(await member.data('{ me { id } }')).toEqual({ me: { id: member.id } });
  });
});
