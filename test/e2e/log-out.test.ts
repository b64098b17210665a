import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startWorld } from '../support/world.ts';
import { goTo, heading } from './acts.ts';
import { openTheatre } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

/** Writes something into one of the stores of a page, as another page of the same member would have. */
const keep = (page: Page, [database, store, key]: readonly [string, string, string]): Promise<void> =>
  page.evaluate(`new Promise((done, fail) => {
    const opening = indexedDB.open(${JSON.stringify(database)});
    opening.onupgradeneeded = () => opening.result.createObjectStore(${JSON.stringify(store)});
    opening.onerror = fail;
    opening.onsuccess = () => {
      const putting = opening.result.transaction(${JSON.stringify(store)}, 'readwrite');
      putting.objectStore(${JSON.stringify(store)}).put(['kept'], ${JSON.stringify(key)});
      putting.oncomplete = () => (opening.result.close(), done());
      putting.onerror = fail;
    };
  })`);

const keysIn = (
  page: Page,
  [database, store]: readonly [string, string, string],
): Promise<readonly string[]> =>
  page.evaluate(`new Promise((done, fail) => {
    const opening = indexedDB.open(${JSON.stringify(database)});
    opening.onerror = fail;
    opening.onsuccess = () => {
      const asking = opening.result.transaction(${JSON.stringify(store)}).objectStore(${JSON.stringify(store)}).getAllKeys();
      asking.onsuccess = () => (opening.result.close(), done(asking.result));
      asking.onerror = fail;
    };
  })`);

scene(
  'whoever logs out leaves nothing of theirs on the device but what is unsent, and is told so before',
  async (stage) => {
    const member = await world.member('Ada');
    const person = await stage.enter({ url: world.url, name: 'Ada', as: member });
    const { page } = person;
    await person.goto('/dashboard');
    await heading(page, 'Dashboard').waitFor();
    const stores = [
      ['scribecast-briefs', 'copies', `own/${member.id}`],
      ['scribecast-scripts', 'scripts', 'a-room/lines'],
      ['scribecast-notes', 'transcripts', 'a-transcript'],
    ] as const;
    const unsent = ['scribecast-outbox', 'entries', `segments/${member.id}/a-room/entry/1`] as const;
    for (const one of [...stores, unsent]) await keep(page, one);
    await page.evaluate(`localStorage.setItem('scribecast.mark.a-transcript', '{}')`);
    await page.evaluate(`localStorage.setItem('scribecast.theme', 'dark')`);

    const logOut = page.getByRole('navigation').getByRole('button', { name: 'Log out', exact: true });
    await logOut.click();
    const question = page.getByRole('dialog');
    await question.getByText('Your reading notes on 1 transcript are on this device alone').waitFor();
    await question.getByText('What is not sent yet is not lost').waitFor();
    await person.picture('before logging out');
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await keysIn(page, stores[2])).toEqual(['a-transcript']);
    await goTo(person, 'content');

    await logOut.click();
    await question.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('link', { name: 'Log in' }).first().waitFor();
    for (const one of stores)
      await until(
        () => keysIn(page, one),
        (keys) => keys.length === 0,
      );
    expect(await keysIn(page, unsent)).toEqual([unsent[2]]);
    expect(await page.evaluate(`localStorage.getItem('scribecast.mark.a-transcript')`)).toBeNull();
    expect(await page.evaluate(`localStorage.getItem('scribecast.theme')`)).toBe('dark');
  },
);

scene('whoever has nothing there is not asked', async (stage) => {
  const person = await stage.enter({ url: world.url, name: 'Ben', as: await world.member('Ben') });
  const { page } = person;
  await person.goto('/dashboard');
  await page.getByRole('navigation').getByRole('button', { name: 'Log out', exact: true }).click();
  await page.getByRole('link', { name: 'Log in' }).first().waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});
