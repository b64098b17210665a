import { ApiError, type Request } from '../api/client.ts';

/**
 * Sends in one person's name only: while somebody else is signed in in this browser, all is refused here as if nobody
 * were, so that what the one has typed never goes out under the other's name.
 */
export function createOwnRequest(request: Request, isSomebodyElse: () => boolean): Request {
  return async (document, ...rest) => {
    if (isSomebodyElse()) throw new ApiError({ code: 'UNAUTHENTICATED', message: '' });
    return request(document, ...rest);
  };
}
