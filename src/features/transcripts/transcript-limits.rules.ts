/** A segment holds at most this many characters, counted as code points. */
export const segmentCharactersMax = 10_000;

/** A speaker's name holds at most this many characters, counted as code points. */
export const speakerCharactersMax = 80;

/** A title holds at most this many characters. */
export const titleCharactersMax = 200;

/** A view password holds from 6 (security-checks 49: fewer can be guessed) to this many characters. */
export const viewPasswordCharactersMin = 6;
export const viewPasswordCharactersMax = 64;

/** A viewer's name holds at most this many characters. */
export const nicknameCharactersMax = 40;

/** An imported text holds at most this many characters. */
export const importCharactersMax = 500_000;

/** A batch names at most this many transcripts. */
export const batchMax = 100;

/** A search is at most this long. */
export const searchCharactersMax = 100;

/** What stands between two segments that are merged holds at most this many characters. */
export const joinerCharactersMax = 8;

/** So many segments are corrected at once, at most. */
export const changesMax = 500;

/** So many numbers are taken back at once, at most. */
export const takenBackMax = 50_000;
