import { InvalidInput } from '../../../platform/graphql/user-error.ts';
import { checkText } from '../../../platform/text/text.rules.ts';
import { joinerCharactersMax } from '../transcript-limits.rules.ts';
import type { SegmentRow } from '../transcript-states.rules.ts';

/** A text cut in two after so many characters (code points); throws InvalidInput when a part would be blank. */
export function cutText(text: string, at: number): readonly [string, string] {
  const characters = [...text];
  const parts = [characters.slice(0, Math.max(at, 0)).join(''), characters.slice(at).join('')] as const;
  const isCut = Number.isInteger(at) && at > 0 && at < characters.length;
  if (isCut && parts.every((part) => part.trim() !== '')) return parts;
  throw new InvalidInput(
    'at',
    {
      zh: '请在两边都有文字的地方拆分。',
      en: 'Split it where there is text on both sides.',
    },
    characters.length,
  );
}

/**
 * When the later half of a segment began: so much of its time has passed as of its text. Without an end, nobody knows,
 * and both begin together.
 */
export function cutTime(
  { startedMs, endedMs }: Pick<SegmentRow, 'startedMs' | 'endedMs'>,
  share: number,
): number {
  return endedMs === null ? startedMs : Math.round(startedMs + (endedMs - startedMs) * share);
}

/** Throws InvalidInput unless the text can stand between two that are merged; an empty one can. */
export const checkJoiner = (joiner: string): string =>
  checkText('joiner', joiner, {
    name: { zh: '连接符', en: 'The joiner' },
    min: 0,
    max: joinerCharactersMax,
    multiline: true,
  });
