import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { crewEn } from '../../web/src/text/crew.en.ts';
import { crewZh } from '../../web/src/text/crew.zh.ts';
import { openRoom, say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { draftOf, linesOf, typeLine, untilLines, wordsFor } from './acts.ts';
import { openTheatre } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld({ env: { LIVE_AUDIENCE_SECONDS: '1' } });
const { scene } = openTheatre();

/** Two pages and a server on a busy machine. */
const patienceMs = 45_000;

const hasFocus = async (page: Page, label: string): Promise<boolean> =>
  (await page.locator(':focus').getAttribute('aria-label')) === label;

scene(
  'two writers relieve each other: invited by name, each sees what the other does, nobody’s focus is moved, and whoever is removed keeps what they typed',
  async (stage) => {
    const [owner, other] = [await world.member('owner'), await world.member('other')];
    const room = await openRoom(owner);
    await say(owner, room.id, 'line 1');
    const first = await stage.enter({ url: world.url, as: owner, name: 'owner' });
    const second = await stage.enter({ url: world.url, as: other, name: 'second' });
    for (const { page } of [first, second]) page.setDefaultTimeout(patienceMs);
    const lineLabel = wordsFor(first).room.line;

    await first.goto(`/transcribe/${room.id}`);
    await untilLines(first.page, ['line 1']);
    await first.page.keyboard.press('Alt+Shift+K');
    const crew = first.page.locator('.crew');
    await crew.getByText(crewEn.invite).first().click();
    await crew.getByLabel(crewEn.username).fill(other.username);
    await crew.getByRole('button', { name: crewEn.submit, exact: true }).click();
    await crew.getByText(crewEn.invited).waitFor();
    await first.picture('crew invited');

    await second.goto('/content');
    await second.page.getByRole('link', { name: crewEn.openRoom }).click();
    await untilLines(second.page, ['line 1']);
    await crew.locator('.crew-doing.watching').nth(1).waitFor();

    // Each types in a line of their own, and sees the other's.
    await second.page.getByLabel(lineLabel, { exact: true }).focus();
    await second.page.keyboard.insertText('half of the other');
    await draftOf(first.page).getByText('half of the other').waitFor();
    await typeLine(first, 'line 2');
    await untilLines(second.page, ['line 1', 'line 2']);
    expect(await draftOf(first.page).getByText('half of the other').count()).toBe(1);

    await second.page.keyboard.press('Alt+Shift+J');
    await first.page.getByText(crewEn.leadTaken('other', true)).waitFor();
    await first.page.locator('.room-facts').getByText('Lead: other').waitFor();
    expect(await hasFocus(second.page, lineLabel)).toBe(true);
    expect(await second.page.getByLabel(lineLabel, { exact: true }).inputValue()).toBe('half of the other');

    // A message waits behind a count and takes nobody out of the line.
    await crew.getByLabel(crewEn.write).fill('slower please');
    await first.page.keyboard.press('Control+Enter');
    await second.page.locator('.live-line .badge').filter({ hasText: '1' }).waitFor();
    expect(await hasFocus(second.page, lineLabel)).toBe(true);
    await second.page.keyboard.press('Alt+Shift+K');
    await second.page.locator('.crew-messages').getByText('slower please').waitFor();
    expect(await hasFocus(second.page, lineLabel)).toBe(true);
    await second.picture('crew of the second');

    // Who corrects what is said where it stands, and hinders nobody.
    await first.page.getByLabel(lineLabel, { exact: true }).focus();
    await first.page.keyboard.press('ArrowUp');
    await second.page.getByText(crewEn.correcting('owner')).waitFor();
    await first.page.keyboard.press('Escape');

    await crew.getByRole('button', { name: `${crewEn.remove} other` }).click();
    await first.page.getByRole('dialog').getByRole('button', { name: crewEn.remove, exact: true }).click();
    await second.page.locator('.room-main').getByText(crewEn.ended).waitFor();
    expect(await second.page.getByText('is correcting this').count()).toBe(0);
    expect(await hasFocus(second.page, lineLabel)).toBe(true);
    expect(await second.page.getByLabel(lineLabel, { exact: true }).inputValue()).toBe('half of the other');
    expect(await linesOf(second.page)).toEqual(['line 1', 'line 2']);
    await second.picture('removed');
  },
  240_000,
);

scene(
  '在手机上：组织者在阅读页看到协作人员和留言，读者看到有几人在看',
  async (stage) => {
    const [owner, organiser] = [await world.member('owner'), await world.member('organiser')];
    const room = await openRoom(owner, { visibility: 'PUBLIC' });
    await owner.data(`mutation ($input: InviteToCrewInput!) { inviteToCrew(input: $input) { __typename } }`, {
      input: { transcriptId: room.id, username: organiser.username, role: 'ORGANISER' },
    });
    await say(owner, room.id, '第一句。');
    const reader = await stage.enter({
      url: world.url,
      as: await world.member('reader'),
      name: 'reader',
      language: 'zh-CN',
      width: 360,
      height: 740,
    });
    reader.page.setDefaultTimeout(patienceMs);
    await reader.goto(`/t/${room.id}`);
    await reader.page.getByText('1 人在看').waitFor();
    const person = await stage.enter({
      url: world.url,
      as: organiser,
      name: 'organiser',
      language: 'zh-CN',
      width: 360,
      height: 740,
    });
    person.page.setDefaultTimeout(patienceMs);
    await person.goto(`/t/${room.id}`);
    await person.page.getByText(crewZh.people, { exact: true }).click();
    await person.page.getByLabel(crewZh.write).fill('请说慢一点');
    await person.page.getByRole('button', { name: crewZh.post, exact: true }).click();
    await until(
      async () =>
        (
          await owner.data<{ transcript: { crewMessages: { edges: { node: { body: string } }[] } } }>(
            `query ($id: ID!) { transcript(id: $id) { crewMessages { edges { node { body } } } } }`,
            { id: room.id },
          )
        ).transcript.crewMessages.edges.map(({ node }) => node.body),
      (bodies) => bodies.includes('请说慢一点'),
    );
    expect(await reader.page.getByText('请说慢一点').count()).toBe(0);
    expect(await reader.page.getByText(crewZh.people, { exact: true }).count()).toBe(0);
    await person.picture('organiser');
    await reader.picture('reader');
  },
  240_000,
);
