import pino, { type Logger } from 'pino';

/** Fields that may never be written to a log, wherever they stand in a logged object. */
const secretFields = [
  'password',
  'newPassword',
  'currentPassword',
  'viewPassword',
  'token',
  'code',
  'recoveryCode',
  'securityAnswer',
  'answer',
  'authorization',
  'cookie',
];

/** One JSON line per event on standard output. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[hidden]',
    },
  });
