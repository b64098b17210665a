import { describe, expect, test } from '@jest/globals';
import { openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { changeDoor } from './door.ts';

const world = await startWorld();

/** Who may frame the page, as browsers are told. */
async function framersAt(path: string): Promise<string | undefined> {
  const { headers } = await fetch(`${world.url}${path}`, { headers: { accept: 'text/html' } });
  const older = headers.get('x-frame-options');
  const newer = headers.get('content-security-policy')?.match(/frame-ancestors ([^;]*)/)?.[1];
  return older ? `${newer} (${older})` : newer;
}

const nobody = "'none' (SAMEORIGIN)";

describe('the reader in another site’s page', () => {
  test('is framed by the sites on the list alone, and only where it was asked to be', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    expect(await framersAt(`/r/${room.shareCode}?embed=1`)).toBe(nobody);
    const answer = await changeDoor(owner, {
      transcriptId: room.id,
      embedOrigins: ['https://Example.com/', 'http://localhost:8080', 'https://example.com'],
    });
    expect(answer.door?.embedOrigins).toEqual(['https://example.com', 'http://localhost:8080']);
    expect(await framersAt(`/r/${room.shareCode}?embed=1`)).toBe('https://example.com http://localhost:8080');
    for (const path of [`/r/${room.shareCode}`, '/r/NEVERGIVEN?embed=1', '/', '/login'])
      expect(await framersAt(path)).toBe(nobody);
    await changeDoor(owner, { transcriptId: room.id, embedOrigins: [] });
    expect(await framersAt(`/r/${room.shareCode}?embed=1`)).toBe(nobody);
  });

  test.each([
    'http://example.com',
    'https://*.example.com',
    'https://example.com/path',
    "https://example.com; script-src 'unsafe-inline'",
    'https://a.example https://b.example',
    'javascript:alert(1)',
    "'self'",
    'https://user:secret@example.com',
    '',
    `https://${'a'.repeat(300)}.example`,
  ])('is not for %j', async (origin) => {
    const owner = await world.member();
    const room = await openRoom(owner, { isLive: false });
    const answer = await changeDoor(owner, { transcriptId: room.id, embedOrigins: [origin] });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'embedOrigins' });
    expect(await framersAt(`/r/${room.shareCode}?embed=1`)).toBe(nobody);
  });

  test('is for ten sites at most', async () => {
    const owner = await world.member();
    const room = await openRoom(owner, { isLive: false });
    const sites = Array.from({ length: 11 }, (_, i) => `https://${i}.example`);
    expect(await changeDoor(owner, { transcriptId: room.id, embedOrigins: sites })).toMatchObject({
      field: 'embedOrigins',
    });
    expect(await changeDoor(owner, { transcriptId: room.id, embedOrigins: sites.slice(1) })).toMatchObject({
      __typename: 'ChangeDoorSuccess',
    });
  });
});
