import type { Text } from '../text/text.ts';

/** The codes that `extensions.code` of a top-level error may carry; a closed list, part of the contract. */
export type AppErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_INPUT'
  | 'TOO_COSTLY'
  | 'RATE_LIMITED'
  | 'ACCESS_REVOKED'
  | 'INTERNAL';

/**
 * Anything that goes wrong beyond what a user of a form would expect. The message reaches the reader in
 * their language; `cause` and `detail` stay in the log.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly text: Text;
  readonly detail: unknown;

  constructor(
    code: AppErrorCode,
    text: Text,
    options: { readonly detail?: unknown; readonly cause?: unknown } = {},
  ) {
    super(`${code}: ${text.en}`, { cause: options.cause });
    this.code = code;
    this.text = text;
    this.detail = options.detail;
  }
}

/** Not signed in. */
export const unauthenticated = (): AppError =>
  new AppError('UNAUTHENTICATED', { zh: '请先登录。', en: 'Please log in first.' });

/** Signed in, and not allowed to; only for things whose existence is no secret. */
export const forbidden = (): AppError =>
  new AppError('FORBIDDEN', { zh: '你没有权限执行此操作。', en: 'You are not allowed to do this.' });

/** Not there, or not yours: the two look the same. */
export const notFound = (): AppError =>
  new AppError('NOT_FOUND', { zh: '没有找到，或你无权访问。', en: 'Not found, or not yours.' });
