import { expect, test } from '@jest/globals';

import { createReading } from './reading.ts';
import { projectorStandard, standard } from './reading-settings.ts';

/** A device that keeps things, and a way to open a page on it. */
function device() {
  const kept = new Map<string, string>();
  const store = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return (search: string) =>
    createReading({ address: new URL(`https://house.example/r/CODE${search}`), store });
}

test('what is set on a device is there at the next visit', () => {
  const open = device();
  open('').change({ sizePx: 40, theme: 'sepia' });
  expect(open('').settings.value).toEqual({ ...standard, sizePx: 40, theme: 'sepia' });
});

test('the address wins over what the device keeps, and does not change it', () => {
  const open = device();
  open('').change({ sizePx: 40, isBold: true });
  expect(open('?fs=20').settings.value).toMatchObject({ sizePx: 20, isBold: true });
  expect(open('').settings.value.sizePx).toBe(40);
});

test('what is set on the page wins over the address, and the rest of the address stays', () => {
  const reading = device()('?fs=20&theme=sepia');
  reading.change({ sizePx: 30 });
  expect(reading.settings.value).toMatchObject({ sizePx: 30, theme: 'sepia' });
});

test('a reset leaves all as usual, here and at the next visit', () => {
  const open = device();
  const reading = open('?fs=20');
  reading.change({ isMirrored: true });
  reading.reset();
  expect(reading.settings.value).toEqual(standard);
  expect(open('').settings.value).toEqual(standard);
});

test('a wall has settings of its own', () => {
  const open = device();
  open('').change({ sizePx: 20 });
  const wall = open('?mode=projector');
  expect(wall.settings.value).toEqual(projectorStandard);
  wall.change({ lines: '2' });
  expect(open('').settings.value).toEqual({ ...standard, sizePx: 20 });
});

test('the link brings somebody else the same view', () => {
  const open = device();
  const reading = open('?mode=projector&fs=60&nonsense=1');
  reading.change({ lines: '3' });
  expect(reading.link()).toBe('https://house.example/r/CODE?mode=projector&fs=60&lines=3');
  expect(device()(new URL(reading.link()).search).settings.value).toEqual(reading.settings.value);
});

test('the size goes in steps and stays in its bounds', () => {
  const reading = device()('?fs=95');
  reading.stepSize(1);
  expect(reading.settings.value.sizePx).toBe(96);
  for (let n = 0; n < 50; n += 1) reading.stepSize(-1);
  expect(reading.settings.value.sizePx).toBe(16);
});

test('where nothing may be kept, the settings hold for the visit', () => {
  const reading = createReading({
    address: new URL('https://house.example/r/CODE'),
    store: () => {
      throw new Error('forbidden');
    },
  });
  reading.change({ sizePx: 40 });
  expect(reading.settings.value.sizePx).toBe(40);
});
