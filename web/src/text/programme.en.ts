import { formatNumber } from './format.ts';
import type { ProgrammeText } from './programme.zh.ts';

const members = (count: number): string => (count === 1 ? '1 member' : `${formatNumber(count)} members`);

export const programmeEn: ProgrammeText = {
  title: 'Membership rules',
  intro:
    'Each rule is a sentence with figures to fill in. What you save becomes a new version; the older ones are kept for good, and the page that members read changes with it.',
  based: (version) => `Editing on the basis of version ${version}`,
  presets: 'Preset',
  presetHint: 'Fills a set of figures into the rules; look at them, then save.',
  usePreset: 'Fill in',
  presetUsed: (name, count) =>
    `“${name}” is filled in; ${count === 1 ? '1 figure differs' : `${formatNumber(count)} figures differ`}`,
  inForce: 'In force',
  changed: (count) =>
    count === 0 ? 'No changes' : count === 1 ? '1 figure changed' : `${formatNumber(count)} figures changed`,
  discard: 'Discard changes',
  preview: 'See whom it moves',
  previewTitle: 'Whom these changes move',
  previewNone: (total) => `${members(total)} looked at: nobody’s level would change.`,
  previewTotal: (total) => `${members(total)} looked at. These levels would change:`,
  from: 'From',
  to: 'To',
  members: 'Members',
  when: 'When',
  atOnce: 'At once',
  atReview: 'After the yearly review',
  save: 'Save as a new version',
  saveTitle: (version) => `Save as version ${version}?`,
  saveText:
    'Members read the new rules at once. Nobody loses a level right away: levels fall only after the yearly review.',
  note: 'Why',
  noteHint: '1–200 characters; all operators see it.',
  from_: 'In force from',
  fromHint: 'Empty: at once. Otherwise from midnight of that day, Beijing time.',
  saveAction: 'Save',
  saved: (version, isInForce) =>
    isInForce
      ? `Version ${version} is saved and in force`
      : `Version ${version} is saved and will come into force`,
  faults: 'The rules cannot be saved like this:',
  goTo: 'Go to this figure',
  leaveText: 'Your changes are not saved yet and would be lost.',
  versions: 'Versions',
  versionOf: (version) => `Version ${version}`,
  current: 'In force',
  waiting: (date) => `from ${date}`,
  savedBy: (name, date) => `${name} · ${date}`,
  house: 'As the house began',
  changes: (count) =>
    count === 0 ? 'No figure changed' : count === 1 ? '1 change' : `${formatNumber(count)} changes`,
  change: (label, before, after) => `${label}: ${before} → ${after}`,
  more: 'Earlier versions',
  runs: 'Decide about all members',
  runsText: 'This happens once a day by itself; after a change of rules you can do it at once.',
  run: 'Decide now',
  progress: (done, total) => `${formatNumber(done)} / ${formatNumber(total)}`,
  lastRun: (date, total, changed) =>
    `Last time: ${date}, ${members(total)} looked at, ${changed === 1 ? '1 decision' : `${formatNumber(changed)} decisions`} made`,
  neverRun: 'It has not been done yet.',
};
