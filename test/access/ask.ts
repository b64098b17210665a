import {
  getNamedType,
  isObjectType,
  isUnionType,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { rootFields } from '../../src/platform/graphql/guard-schema.ts';
import type { Client, Live } from '../support/client.ts';

/** A root field by its full name, such as `Mutation.logIn`. */
export type FieldName = `${'Query' | 'Mutation' | 'Subscription'}.${string}`;

/** One call of a root field. */
export interface Call {
  readonly field: FieldName;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What to ask of the answer; without it, whatever tells a success from a refusal. */
  readonly select?: string;
  /** Makes something happen that a subscription must tell of; called until it does. */
  readonly stir?: () => Promise<unknown>;
}

/** What a caller got: let in, or refused and how; and the whole answer as text. */
export interface Outcome {
  readonly verdict: string;
  readonly text: string;
}

/** A document for one root field, with whichever of its arguments the variables name. */
export function documentFor(schema: GraphQLSchema, { field: fieldName, variables, select }: Call): string {
  const found = rootFields(schema).find(({ type, field }) => `${type}.${field.name}` === fieldName);
  if (!found) throw new Error(`There is no ${fieldName}.`);
  const { type, field } = found;
  const given = field.args.filter(({ name }) => name in variables);
  const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const inBrackets = (text: string): string => (text ? `(${text})` : '');
  const selected = select ?? selectionOf(getNamedType(field.type));
  return `${type.toLowerCase()} ${inBrackets(declared)} { ${field.name}${inBrackets(passed)} { ${selected} } }`;
}

function selectionOf(type: GraphQLNamedOutputType): string {
  if (isUnionType(type)) return `__typename ${type.getTypes().map(fragmentOn).join(' ')}`;
  return isObjectType(type) && type.getFields()['id'] ? '__typename id' : '__typename';
}

/** Of a failure its words; of a batch the items that could not be done. */
function fragmentOn(type: GraphQLObjectType): string {
  const wanted = Object.keys(type.getFields()).flatMap((name) =>
    name === 'message' ? ['message'] : name === 'failures' ? ['failures { id message }'] : [],
  );
  return wanted.length > 0 ? `... on ${type.name} { ${wanted.join(' ')} }` : '';
}

/** Makes the call as this client. */
export async function ask(client: Client, schema: GraphQLSchema, call: Call): Promise<Outcome> {
  const document = documentFor(schema, call);
  if (call.field.startsWith('Subscription.')) return listen(client, document, call);
  const { data, errors, status } = await client.request(document, call.variables);
  const text = JSON.stringify({ status, data, errors });
  return { verdict: verdictOf({ data, errors, text }), text };
}

async function listen(client: Client, document: string, { variables, stir }: Call): Promise<Outcome> {
  const live = client.subscribe(document, variables);
  try {
    const hasAnswered = (it: Live<unknown>): boolean => it.items.length > 0 || it.isOver;
    if (stir) {
      await live.connected();
      for (let round = 0; round < 30 && !hasAnswered(live); round += 1) {
        await stir();
        await live.until(hasAnswered, 200).catch(() => undefined);
      }
    }
    await live.until(hasAnswered);
    const data = live.items[0] ?? null;
    const errors = live.errors.length > 0 ? (live.errors as NonNullable<Told['errors']>) : undefined;
    const text = JSON.stringify({ data, errors });
    return { verdict: verdictOf({ data, errors, text }), text };
  } finally {
    await live.close();
  }
}

interface Told {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
  readonly text: string;
}

const refusals = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'];

function verdictOf({ data, errors, text }: Told): string {
  const code = errors?.[0]?.extensions?.['code'];
  if (typeof code === 'string' && refusals.includes(code)) return `deny: ${code}`;
  const answer = data && (Object.values(data)[0] as Answer | null | undefined);
  if (errors || answer === undefined) throw new Error(`This is no refusal, and no answer either: ${text}`);
  if (answer === null || Object.values(answer).includes(null)) return 'deny: null';
  if (answer.failures?.length) return 'deny: failures';
  if (answer.message !== undefined && !answer.__typename?.endsWith('Success'))
    throw new Error(`The call itself was at fault: ${text}`);
  return 'allow';
}

interface Answer {
  readonly __typename?: string;
  readonly message?: string;
  readonly failures?: readonly unknown[];
}
