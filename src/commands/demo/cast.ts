import { readFile, writeFile } from 'node:fs/promises';
import type { App } from '../../app.ts';
import { createOperator } from '../../features/members/index.ts';
import { systemContext } from '../../platform/context.ts';
import { createGraphqlRequest, type GraphqlRequest } from '../replay/graphql-client.ts';
import { logIn, register } from '../replay/room.ts';
import { createSecret } from '../replay/secrets.ts';

/** What is kept of a person between two runs of the demo. */
interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
}

/** A person of the demo, signed in. */
export interface Person extends Credentials {
  readonly request: GraphqlRequest;
}

/** Everybody in the demo. */
export interface Cast {
  readonly host: Person;
  readonly listener: Person;
  readonly operator: Person;
}

type Roles = Readonly<Record<keyof Cast, Credentials>>;

const passwordCharacters = 14;

/** Makes the cast on the first run, and signs them in on every one. Their passwords are random and kept in `file`. */
export async function loadCast(app: App, file: string): Promise<Cast> {
  const known = await readFile(file, 'utf8').catch(() => null);
  const roles = known ? (JSON.parse(known) as Roles) : await createCast(app, file);
  const [host, listener, operator] = await Promise.all(
    [roles.host, roles.listener, roles.operator].map((person) => signIn(app, person)),
  );
  if (!host || !listener || !operator)
    throw new Error(`The demo's cast in ${file} is not complete; delete its folder.`);
  return { host, listener, operator };
}

async function createCast(app: App, file: string): Promise<Roles> {
  const person = (username: string, displayName: string): Credentials => ({
    username,
    password: createSecret(passwordCharacters),
    displayName,
  });
  const roles: Roles = {
    host: person('demo-host', '林书言 Lin Shuyan'),
    listener: person('demo-listener', 'Ada Brook'),
    operator: person('demo-operator', '值班 On duty'),
  };
  const request = requestAs(app, null);
  await register(request, roles.host);
  await register(request, roles.listener);
  await createOperator(systemContext(app.house), roles.operator);
  await writeFile(file, JSON.stringify(roles, null, 2), { mode: 0o600 });
  return roles;
}

const requestAs = (app: App, token: string | null): GraphqlRequest =>
  createGraphqlRequest({ url: app.url, token, locale: 'zh-CN', fetch });

async function signIn(app: App, person: Credentials): Promise<Person> {
  const { username, password } = person;
  return { ...person, request: requestAs(app, await logIn(requestAs(app, null), { username, password })) };
}
