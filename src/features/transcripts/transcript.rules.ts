import { checkText } from '../../platform/text/text.rules.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import {
  batchMax,
  importCharactersMax,
  nicknameCharactersMax,
  searchCharactersMax,
  segmentCharactersMax,
  speakerCharactersMax,
  titleCharactersMax,
  viewPasswordCharactersMax,
  viewPasswordCharactersMin,
} from './transcript-limits.rules.ts';

/** Throws InvalidInput unless the text can be a title. */
export const checkTitle = (title: string): string =>
  checkText('title', title, { name: { zh: '标题', en: 'The title' }, min: 1, max: titleCharactersMax });

/** Throws InvalidInput unless the text can be a view password. */
export const checkViewPassword = (password: string): string =>
  checkText('viewPassword', password, {
    name: { zh: '查看密码', en: 'The view password' },
    min: viewPasswordCharactersMin,
    max: viewPasswordCharactersMax,
  });

/** Throws InvalidInput unless the text can be a viewer's name. */
export const checkNickname = (nickname: string): string =>
  checkText('nickname', nickname, {
    name: { zh: '称呼', en: 'The name' },
    min: 1,
    max: nicknameCharactersMax,
  });

/** Throws InvalidInput unless the text can be a segment's. */
export const checkSegmentText = (text: string): string =>
  checkText('text', text, {
    name: { zh: '文字', en: 'The text' },
    min: 1,
    max: segmentCharactersMax,
    multiline: true,
  });

/** Throws InvalidInput unless the text can be a draft; an empty one clears the line. */
export const checkDraftText = (text: string): string =>
  checkText('text', text, {
    name: { zh: '文字', en: 'The text' },
    min: 0,
    max: segmentCharactersMax,
    multiline: true,
  });

/** Throws InvalidInput unless the text can be a speaker's name; an empty one is nobody's. */
export function checkSpeaker(speaker: string | null | undefined, field = 'speaker'): string | null {
  if (speaker == null || speaker === '') return null;
  return checkText(field, speaker, {
    name: { zh: '发言人', en: 'The speaker' },
    min: 1,
    max: speakerCharactersMax,
  });
}

/** Throws InvalidInput unless the text can be imported. */
export const checkImportSource = (source: string): string =>
  checkText('source', source, {
    name: { zh: '导入的文字', en: 'The imported text' },
    min: 1,
    max: importCharactersMax,
    multiline: true,
  });

/** What to search for, or null for nothing; throws InvalidInput when it is too long. */
export function checkSearch(search: string | null | undefined): string | null {
  if (search == null || search.trim() === '') return null;
  return checkText('search', search.trim(), {
    name: { zh: '搜索词', en: 'The search' },
    min: 1,
    max: searchCharactersMax,
  });
}

const dayMs = 86_400_000;

/** Throws InvalidInput unless the times are within a day and in order. */
export function checkTimes(startedMs: number | null | undefined, endedMs: number | null | undefined): void {
  const isTime = (ms: number): boolean => Number.isInteger(ms) && ms >= 0 && ms < dayMs;
  if (startedMs != null && !isTime(startedMs)) throw timeRange('startedMs');
  if (endedMs == null) return;
  if (!isTime(endedMs)) throw timeRange('endedMs');
  if (startedMs != null && endedMs < startedMs) {
    throw new InvalidInput('endedMs', {
      zh: '结束时间不能早于开始时间。',
      en: 'The end cannot be before the start.',
    });
  }
}

const timeRange = (field: string): InvalidInput =>
  new InvalidInput(
    field,
    {
      zh: '时间须为 0 到 24 小时之间的毫秒数。',
      en: 'A time is in milliseconds, from 0 to less than 24 hours.',
    },
    dayMs,
  );

/** Throws InvalidInput when a batch is empty or too long; each id counts once. */
export function checkBatch(ids: readonly string[]): readonly string[] {
  const unique = [...new Set(ids.map((id) => id.toLowerCase()))];
  if (unique.length >= 1 && unique.length <= batchMax) return unique;
  throw new InvalidInput(
    'ids',
    { zh: `每次可选 1 到 ${batchMax} 项。`, en: `Choose from 1 to ${batchMax} items at a time.` },
    batchMax,
  );
}
