import { ApiError } from '../../api/client.ts';

/** The server refused with a failure that a user can expect; its message is in the reader's language. */
export function refused(message: string): ApiError {
  return new ApiError({ code: 'REFUSED', message });
}
