import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { formatError } from '../graphql/format-error.ts';
import { documentCharactersMax } from '../graphql/query-limits.ts';
import { inLocale, type Text } from '../text/text.ts';
import { localeFrom } from './authenticate.ts';

/** Why a request never became an operation. */
export interface Refusal {
  readonly status: number;
  readonly code: 'BAD_INPUT' | 'RATE_LIMITED';
  readonly text: Text;
  readonly detail?: object;
}

/** Answers with one error in the reader's language, in the shape of every other error. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): object {
  void reply.code(refusal.status);
  const message = inLocale(refusal.text, localeFrom(request.headers));
  return { errors: [{ message, extensions: { code: refusal.code, ...refusal.detail } }] };
}

/** Too many requests of one address. */
export const tooManyRequests = (seconds: number): Refusal => ({
  status: 429,
  code: 'RATE_LIMITED',
  text: {
    zh: `请求过于频繁，请在 ${seconds} 秒后再试。`,
    en: `Too many requests. Please try again in ${seconds} seconds.`,
  },
  detail: { retryAfterSeconds: seconds },
});

/** What keeps a request from being an operation, looked at before anything is parsed; null when nothing does. */
export function faultOf(request: FastifyRequest): Refusal | null {
  if (request.method === 'GET') return couldBeForged(request) ? forgeable : null;
  const body = request.body as { query?: unknown; variables?: unknown } | null;
  if (typeof body?.query !== 'string' || typeof (body.variables ?? {}) !== 'object') return notAnOperation;
  return body.query.length > documentCharactersMax ? tooLong : null;
}

/** Browsers send a GET to any site without asking it first, unless it carries a header that only a program sets. */
const couldBeForged = ({ headers }: FastifyRequest): boolean =>
  !headers['content-type']?.startsWith('application/json') && !headers['apollo-require-preflight'];

const forgeable: Refusal = {
  status: 400,
  code: 'BAD_INPUT',
  text: {
    zh: 'GET 请求须带 content-type: application/json 请求头；建议改用 POST。',
    en: 'A GET request needs the header content-type: application/json. Better, use POST.',
  },
};

const notAnOperation: Refusal = {
  status: 400,
  code: 'BAD_INPUT',
  text: {
    zh: '请求体须为一个 JSON 对象：query 为文本，variables 为对象。',
    en: 'The body must be one JSON object: query is a text, variables an object.',
  },
};

const tooLong: Refusal = {
  status: 400,
  code: 'BAD_INPUT',
  text: {
    zh: `GraphQL 文档过长（上限 ${documentCharactersMax} 个字符）。`,
    en: `The GraphQL document is too long (at most ${documentCharactersMax} characters).`,
  },
};

/** Answers what went wrong before or beside an operation; what is inside stays in the log. */
export function errorAnswer(log: Logger, bodyBytesMax: number) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): object => {
    const status = error.statusCode ?? 500;
    if (status < 500)
      return refuse(request, reply, { status, code: 'BAD_INPUT', text: wordsFor(status, bodyBytesMax) });
    void reply.code(500);
    const locale = localeFrom(request.headers);
    return { errors: [formatError(error, { locale, log, requestId: randomUUID() })] };
  };
}

function wordsFor(status: number, bodyBytesMax: number): Text {
  if (status === 413) {
    return {
      zh: `请求体过大（上限 ${bodyBytesMax} 字节）。`,
      en: `The body is too large (at most ${bodyBytesMax} bytes).`,
    };
  }
  if (status === 415) {
    return {
      zh: '请以 content-type: application/json 发送请求。',
      en: 'Send the request as content-type: application/json.',
    };
  }
  return { zh: '请求无法读取，请检查其格式。', en: 'The request cannot be read. Please check its form.' };
}
