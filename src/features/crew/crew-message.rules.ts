import { checkText } from '../../platform/text/text.rules.ts';

/** A message among the crew holds at most this many characters, counted as code points. */
export const crewMessageCharactersMax = 2_000;

/** A message as it is read, with its author's name of today. */
export interface CrewMessageRow {
  readonly id: string;
  readonly transcriptId: string;
  /** Its number in the crew's own log: 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly ownerId: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly body: string;
  readonly createdAt: Date;
}

/** The message exactly as it was given; throws InvalidInput unless it has from 1 to 2,000 characters. */
export const checkCrewMessage = (body: string): string =>
  checkText('body', body, {
    name: { zh: '留言', en: 'The message' },
    min: 1,
    max: crewMessageCharactersMax,
    multiline: true,
  });
