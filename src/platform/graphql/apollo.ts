import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { formatError, internalText } from './format-error.ts';
import { checkCost, documentTokensMax, limitRules } from './query-limits.ts';
import type { RequestContext } from './request-context.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly introspection: boolean;
}

/** GraphQL over HTTP: Apollo with this house's limits and its one maker of errors. */
export function createApollo({ schema, log, introspection }: ApolloOptions): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError: guardedWords,
    parseOptions: { maxTokens: documentTokensMax },
    validationRules: [...limitRules({ introspection })],
    validationOptions: { maxErrors: 1 },
    logger: log,
    plugins: [
      // It wraps every field of every type, for a header that we do not send.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      costPlugin(schema),
      errorsPlugin(),
    ],
  });
}

/** What Apollo says by itself, before there is an operation whose errors the plugin below could write. */
function guardedWords({ message, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  return extensions?.['code'] === 'INTERNAL_SERVER_ERROR'
    ? { message: internalText.en, extensions: { code: 'INTERNAL' } }
    : { message, extensions: { code: 'BAD_INPUT' } };
}

function costPlugin(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const listener = {
    didResolveOperation: ({
      document,
      operationName,
      request,
    }: Parameters<typeof checkCost>[1] & {
      readonly request: { readonly variables?: Record<string, unknown> };
    }) => {
      refusedAsBadRequest(() => checkCost(schema, { document, operationName, variables: request.variables }));
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

/** What throws here is answered with status 400: the document is at fault, not the server. */
function refusedAsBadRequest(check: () => void): void {
  try {
    check();
  } catch (error) {
    const originalError = error instanceof Error ? error : new Error(String(error));
    throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
  }
}

/** Writes errors in the reader's language; a document that cannot be run gets one error, not a list. */
function errorsPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, errors, contextValue }) => {
          if (response.body.kind === 'single' && errors?.length) {
            const { singleResult } = response.body;
            const told = singleResult.data == null ? errors.slice(0, 1) : errors;
            singleResult.errors = told.map((error) => formatError(error, contextValue));
          }
          return Promise.resolve();
        },
      }),
  };
}
