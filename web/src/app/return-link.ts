/** Where to log in, coming back to `url` afterwards. */
export function loginLink(url: string): string {
  return url === '/' ? '/login' : `/login?return=${encodeURIComponent(url)}`;
}

/** The page to open after logging in: one of this site's own, or the dashboard. */
export function returnTarget(wanted: string | undefined): string {
  // "//host" and "/\host" would leave the site.
  return wanted !== undefined && /^\/(?![/\\])/.test(wanted) ? wanted : '/dashboard';
}
