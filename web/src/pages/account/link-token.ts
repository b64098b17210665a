/**
 * The token of a link that carries it in the fragment, which never reaches a server's log: `#token=…` or `#…`.
 * A token is letters, digits, - and _ alone, so that nothing in it is encoded.
 */
export function tokenFromHash(hash: string): string | undefined {
  const token = hash.replace(/^#/, '').replace(/^token=/, '');
  return token === '' ? undefined : token;
}
