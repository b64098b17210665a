import type { Locator, Page } from 'playwright-core';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import type { Room } from '../support/rooms.ts';
import type { Language, Person } from './scene.ts';
import { until } from './until.ts';
import { wordsOf, type Words } from './words.ts';

/** The words of a person's own language. */
export const wordsFor = ({ language }: { readonly language: Language }): Words => wordsOf(language);

/** Fills in the form of the registration page and waits for the back office. */
export async function register(
  person: Person,
  account: { readonly name: string; readonly password: string },
): Promise<void> {
  const { page } = person;
  const words = wordsFor(person);
  await page.getByLabel(words.account.username).fill(account.name);
  await page.getByLabel(words.account.password, { exact: true }).fill(account.password);
  await page.getByLabel(words.account.displayName).fill(account.name);
  await page.getByRole('button', { name: words.account.register }).click();
  await heading(page, words.menu.dashboard).waitFor();
}

/** Fills in the form of the log-in page. */
export async function logIn(
  person: Person,
  account: { readonly username: string; readonly password: string },
): Promise<void> {
  const { page } = person;
  const words = wordsFor(person);
  await page.getByLabel(words.account.username).fill(account.username);
  await page.getByLabel(words.account.password, { exact: true }).fill(account.password);
  await page.getByRole('main').getByRole('button', { name: words.account.logIn }).click();
}

/** Opens the share link, gives password and nickname, and waits for the live text. */
export async function passGate(person: Person, room: Omit<Room, 'id'>, nickname = 'Guest'): Promise<void> {
  const { page } = person;
  const words = wordsFor(person).reader;
  await person.goto(`/r/${room.shareCode}`);
  await page.getByLabel(words.password).fill(room.viewPassword);
  await page.getByLabel(words.nickname).fill(nickname);
  await page.getByRole('button', { name: words.enter, exact: true }).click();
  await lamp(page, words.live).waitFor();
}

/** The lamp that says how the live line stands. */
export const lamp = (page: Page, text: string): Locator => page.locator('.lamp').filter({ hasText: text });

export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });

/** The committed lines on a page, reader's or writer's, in their order. */
export const linesOf = (page: Page): Promise<readonly string[]> =>
  page.locator('.segment-log p.segment').allTextContents();

/** Waits until exactly these lines stand on the page. */
export async function untilLines(page: Page, wanted: readonly string[]): Promise<void> {
  await until(
    () => linesOf(page),
    (lines) => JSON.stringify(lines) === JSON.stringify(wanted),
  );
}

/** The line being typed, as a reader sees it. */
export const draftOf = (page: Page): Locator => page.locator('p.draft-line');

/** Types a line into the live line, key by key where asked, and commits it. */
export async function typeLine(writer: Person, text: string): Promise<void> {
  const line = writer.page.getByLabel(wordsFor(writer).room.line, { exact: true });
  await line.focus();
  await writer.page.keyboard.insertText(text);
  await writer.page.keyboard.press('Enter');
}

export const numbered = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count }, (_, index) => `line ${from + index}`);

/** Comments as whoever this client is. */
export async function comment(client: Client, transcriptId: string, body: string): Promise<string> {
  const { addComment } = await client.data<{ addComment: { comment: { id: string } } }>(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) {
      ... on AddCommentSuccess { comment { id } } ... on UserError { message } } }`,
    { input: { id: v7(), transcriptId, body } },
  );
  return addComment.comment.id;
}

/** Goes to a page of the back office by its menu: beside the page, or behind the menu button in the room. */
export async function goTo(
  person: Person,
  where: 'dashboard' | 'transcribe' | 'content' | 'balance',
): Promise<void> {
  const { page } = person;
  const words = wordsFor(person).menu;
  const button = page.getByRole('button', { name: words.open, exact: true });
  const link = page.getByRole('navigation').getByRole('link', { name: words[where], exact: true });
  await button.or(link).first().waitFor();
  if (await button.isVisible()) await button.click();
  await link.click();
  await heading(page, words[where]).waitFor();
}

/** Makes a transcript on the page for it and waits for its room. */
export async function startSession(writer: Person, title: string): Promise<void> {
  const { page } = writer;
  const words = wordsFor(writer).start;
  await goTo(writer, 'transcribe');
  const form = page.getByRole('form', { name: words.form });
  await form.getByLabel(words.title).fill(title);
  await form.getByRole('button', { name: words.start, exact: true }).click();
  await heading(page, title).waitFor();
  await page.getByLabel(wordsFor(writer).room.line, { exact: true }).waitFor();
}

/** What the share panel tells to pass on. */
export async function shareOf(writer: Person): Promise<Omit<Room, 'id'>> {
  const { page } = writer;
  const words = wordsFor(writer);
  await page.getByRole('button', { name: words.room.share, exact: true }).click();
  const panel = page.getByRole('dialog');
  const value = (label: string): Promise<string> =>
    panel.locator('.share-line').filter({ hasText: label }).locator('code').innerText();
  const shareCode = await value(words.room.code);
  const viewPassword = await value(words.room.password);
  await writer.picture('share panel');
  await panel.getByRole('button', { name: words.close, exact: true }).click();
  return { shareCode, viewPassword };
}
