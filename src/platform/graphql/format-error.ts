import { randomUUID } from 'node:crypto';
import {
  GraphQLError,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { Logger } from 'pino';
import { AppError } from '../errors/app-error.ts';
import { UserFailure } from '../errors/user-failure.ts';
import { inLocale, type Locale, type Text } from '../text/text.ts';

/** Who reads the error, and where its private half is written. */
export interface ErrorReader {
  readonly locale: Locale;
  readonly log: Logger;
  readonly requestId?: string;
}

/** Codes of Apollo and graphql-js for documents that cannot be run, all one to the client. */
const badDocumentCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What is said of faults inside. */
export const internalText = {
  zh: '服务器出错了。请稍后重试；若仍不行，请把错误编号告诉工作人员。',
  en: 'Something went wrong on our side. Please try again, and if it persists, tell us the error number.',
};

/** The only maker of errors on the wire: code, message in the reader's language, nothing else. */
export function formatError(error: unknown, reader: ErrorReader): GraphQLFormattedError {
  const origin = originOf(error);
  if (origin instanceof AppError) {
    const path = error instanceof GraphQLError ? error.path : undefined;
    return {
      message: inLocale(origin.text, reader.locale),
      ...(path ? { path } : {}),
      extensions: { code: origin.code, ...(origin.detail as object | undefined) },
    };
  }
  if (origin instanceof UserFailure) {
    return { message: inLocale(origin.text, reader.locale), extensions: { code: 'BAD_INPUT' } };
  }
  if (error instanceof GraphQLError && isAboutTheDocument(error)) {
    return {
      message: inLocale(documentText(withoutSuggestions(error.message)), reader.locale),
      ...(error.locations ? { locations: error.locations } : {}),
      extensions: { code: 'BAD_INPUT' },
    };
  }
  const id = reader.requestId ?? randomUUID();
  reader.log.error({ err: origin, errorId: id }, 'an unexpected error reached the border');
  return { message: inLocale(internalText, reader.locale), extensions: { code: 'INTERNAL', requestId: id } };
}

/** An answer as it goes out; one without data gets one error, not a list. */
export function formatResult(
  { data, errors }: ExecutionResult,
  reader: ErrorReader,
): FormattedExecutionResult {
  if (!errors) return { data };
  const told = data == null ? errors.slice(0, 1) : errors;
  return { data, errors: told.map((error) => formatError(error, reader)) };
}

/** Whether an error is a fault of ours, and nothing that its reader could have expected. */
export function isFaultInside(error: GraphQLError): boolean {
  const origin = originOf(error);
  return !(origin instanceof AppError || origin instanceof UserFailure || isAboutTheDocument(error));
}

function originOf(error: unknown): unknown {
  let origin = error;
  while (origin instanceof GraphQLError && origin.originalError) origin = origin.originalError;
  return origin;
}

/** Errors of parsing, validation and variables come from graphql-js or Apollo: they tell of the document, not of us. */
const isAboutTheDocument = (error: GraphQLError): boolean =>
  originOf(error) instanceof GraphQLError &&
  (error.path == null || badDocumentCodes.has(String(error.extensions['code'])));

/** The detail is for whoever wrote the document, in the language of GraphQL. */
const documentText = (detail: string): Text => ({ zh: `GraphQL 请求无法执行：${detail}`, en: detail });

const withoutSuggestions = (message: string): string => message.replace(/ ?Did you mean .*$/su, '');
