import { checkInteger, checkText } from '../../platform/text/text.rules.ts';
import type { Text } from '../../platform/text/text.ts';
import { pointsMax } from './order.rules.ts';

/** Why a card cannot be redeemed. */
export type CardProblem = 'UNKNOWN' | 'USED' | 'VOID';

/** Sixteen characters of 31 are 79 bits: nobody guesses one. */
export const codeLength = 16;
export const cardsPerBatchMax = 1_000;
export const noteMax = 200;
const typedCodeMax = 100;

/** What a batch of cards is to be; throws InvalidInput outside of its limits. */
export function checkBatch<
  Batch extends { readonly count: number; readonly points: number; readonly note: string },
>(batch: Batch): Batch {
  checkInteger('count', batch.count, {
    name: { zh: '张数', en: 'The number of cards' },
    min: 1,
    max: cardsPerBatchMax,
  });
  checkInteger('points', batch.points, {
    name: { zh: '每张卡点数', en: 'The points on each card' },
    min: 1,
    max: pointsMax,
  });
  checkText('note', batch.note, { name: { zh: '备注', en: 'The note' }, min: 0, max: noteMax });
  return batch;
}

/** A code as it is shown: XXXX-XXXX-XXXX-XXXX. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** A code as it was made, from whatever way of typing it: lower case, full-width, with spaces or dashes of any kind. */
export function cardCodeFrom(typed: string): string {
  checkText('code', typed, { name: { zh: '卡号', en: 'The card code' }, min: 1, max: typedCodeMax });
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

export const problemText: Readonly<Record<CardProblem, Text>> = {
  UNKNOWN: { zh: '没有这张充值卡，请核对卡号。', en: 'There is no such card. Please check the code.' },
  USED: { zh: '这张充值卡已被使用。', en: 'This card has been used already.' },
  VOID: {
    zh: '这张充值卡已作废，请联系发卡人员。',
    en: 'This card has been voided. Please contact whoever gave it to you.',
  },
};
