import { frame } from '../api/server.ts';

const storageKey = `scribecast.viewer.${location.pathname}`;

/** From here on this frame shows its own token, and keeps it for as long as the tab lives: a reload then asks nothing. */
export function useTokenOfFrame(): void {
  frame.keep = (token) => {
    show(token);
    try {
      sessionStorage.setItem(storageKey, token);
    } catch {
      // Frames of other sites may be refused storage: a reload then asks for the password again.
    }
  };
  try {
    const token = sessionStorage.getItem(storageKey);
    if (token !== null) show(token);
  } catch {
    // No storage in this frame: the password is asked for.
  }
}

function show(token: string): void {
  frame.proof = { authorization: `Bearer ${token}` };
}
