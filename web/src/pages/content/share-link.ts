/** The whole address behind a share code, for sending to somebody. */
export function shareLink(shareCode: string): string {
  return `${location.origin}/r/${shareCode}`;
}
