/**
 * The address of the reader for what somebody typed or pasted: a bare code, with or without spaces, or the
 * whole link. Undefined when there is nothing to open.
 */
export function readerPath(input: string): string | undefined {
  const link = /\/r\/([^/?#\s]+)/.exec(input);
  if (link?.[1] !== undefined) return `/r/${link[1]}`;
  const code = input.replaceAll(/\s/g, '');
  return code === '' ? undefined : `/r/${encodeURIComponent(code)}`;
}
