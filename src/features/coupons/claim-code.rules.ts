/** A code as people type it: width, case, spaces and dashes do not matter. */
export const claimCodeFrom = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-_]/g, '');

/** What a code is made of. */
export const claimCodePattern = /^[0-9A-Z]{4,24}$/;
