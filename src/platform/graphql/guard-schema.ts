import {
  getNamedType,
  isUnionType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLUnionType,
} from 'graphql';
import { checkAccess, type AccessPolicy } from './access.ts';
import type { RequestContext } from './request-context.ts';
import { cookieName, writeMark } from '../http/cookies.ts';
import { AppError } from '../errors/app-error.ts';
import { UserFailure } from '../errors/user-failure.ts';
import { inLocale } from '../text/text.ts';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;
type RootField = GraphQLField<unknown, RequestContext>;

/** The fields of Query, Mutation and Subscription, each with the access that it declares. */
export function rootFields(
  schema: GraphQLSchema,
): readonly { readonly type: string; readonly field: RootField; readonly access: AccessPolicy | null }[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots
    .filter((root): root is GraphQLObjectType => root != null)
    .flatMap((root) =>
      Object.values(root.getFields()).map((field) => ({
        type: root.name,
        field,
        access: (field.extensions['access'] as AccessPolicy | undefined) ?? null,
      })),
    );
}

/**
 * Puts the declared access before every root field, and expected failures into result unions after every mutation.
 * Throws when a root field declares no access: forgetting is not possible.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const { type, field, access } of rootFields(schema)) {
    if (!access) throw new Error(`${type}.${field.name} declares no @Access`);
    if (type === 'Subscription') field.subscribe = guarded(access, null, field.subscribe);
    else field.resolve = guarded(access, resultUnionOf(field), field.resolve);
    if (type === 'Mutation') field.resolve = noted(field.resolve);
  }
  return schema;
}

function resultUnionOf(field: RootField): GraphQLUnionType | null {
  const type = getNamedType(field.type);
  return isUnionType(type) ? type : null;
}

/** Whoever changes something reads it back, even where reads go to replicas. */
function noted(resolve: Resolver | undefined): Resolver {
  // eslint-disable-next-line @typescript-eslint/max-params -- graphql-js calls resolvers like this
  return async (source, args, ctx, info) => {
    try {
      return await resolve?.(source, args, ctx, info);
    } finally {
      const mark = ctx.reads.noteWrite(ctx.actor);
      if (mark !== null)
        ctx.cookieChanges.push({ name: cookieName(writeMark, ctx.config), value: mark, expires: null });
    }
  };
}

function guarded(
  access: AccessPolicy,
  union: GraphQLUnionType | null,
  resolve: Resolver | undefined,
): Resolver {
  // eslint-disable-next-line @typescript-eslint/max-params -- graphql-js calls resolvers like this
  return async (source, args, ctx, info) => {
    try {
      checkAccess(access, ctx);
      return await resolve?.(source, args, ctx, info);
    } catch (error) {
      if (!(error instanceof UserFailure)) throw error;
      const name = union && (await union.resolveType?.(error, ctx, info, union));
      // Where the result does not provide for it, it is the caller's mistake.
      if (!name) throw new AppError('BAD_INPUT', error.text, { cause: error });
      // graphql-js throws whatever is an Error, so the failure goes on as a plain object.
      return { ...error, __typename: name, message: inLocale(error.text, ctx.locale) };
    }
  };
}
