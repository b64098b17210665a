import { setTimeout as pause } from 'node:timers/promises';
import type { Mail } from '../../src/platform/mail/mailer.ts';
import type { Client } from '../support/client.ts';
import type { World } from '../support/world.ts';

/** What any of the members' mutations may answer, as these tests look at it. */
export interface Outcome {
  readonly __typename: string;
  readonly message?: string;
  readonly field?: string;
  readonly limit?: number | null;
  readonly retryAfterSeconds?: number;
  readonly attemptsLeft?: number;
  readonly sessionsEnded?: number;
  readonly token?: string;
  readonly codes?: readonly string[];
  readonly member?: Readonly<Record<string, unknown>>;
}

const failures = `... on UserError { message } ... on InvalidInput { field limit }`;
const memberFields = `member { id username displayName email phone birthday locale timeZone role createdAt
  securityQuestionSet securityQuestion defaultViewPasswordSet recoveryCodesLeft }`;

/** One document for each act; the test says who does it and with what. */
export const documents = {
  registerMember: `... on RegisterMemberSuccess { token ${memberFields} } ... on TooManyAttempts { retryAfterSeconds }`,
  logIn: `... on LogInSuccess { token ${memberFields} } ... on TooManyAttempts { retryAfterSeconds }`,
  changePassword: `... on ChangePasswordSuccess { sessionsEnded } ... on TooManyAttempts { retryAfterSeconds }`,
  updateProfile: `... on UpdateProfileSuccess { ${memberFields} }`,
  setSecurityQuestion: `... on SetSecurityQuestionSuccess { ${memberFields} }`,
  setDefaultViewPassword: `... on SetDefaultViewPasswordSuccess { ${memberFields} }`,
  createRecoveryCodes: `... on CreateRecoveryCodesSuccess { codes }`,
  useRecoveryCode: `... on UseRecoveryCodeSuccess { sessionsEnded }`,
  requestPasswordReset: `... on RequestPasswordResetSuccess { message }`,
  resetPassword: `... on ResetPasswordSuccess { sessionsEnded } ... on WrongSecurityAnswer { attemptsLeft }`,
  setUpOperator: `... on SetUpOperatorSuccess { token ${memberFields} }`,
} as const;

export type Act = keyof typeof documents;

/** The whole document of an act. */
export function documentOf(act: Act): string {
  const input = `${act[0]?.toUpperCase()}${act.slice(1)}Input`;
  // An InvalidInput fragment is refused where the union has none.
  const told = act === 'createRecoveryCodes' ? '... on UserError { message }' : failures;
  return `mutation ($input: ${input}!) { ${act}(input: $input) { __typename ${documents[act]} ${told} } }`;
}

/** Does it; returns the success or the failure. */
export async function act(client: Client, name: Act, input: object): Promise<Outcome> {
  const data = await client.data<Record<string, Outcome>>(documentOf(name), { input });
  const outcome = data[name];
  if (!outcome) throw new Error(`${name} answered nothing`);
  return outcome;
}

/** Who the client is; null for nobody. */
export async function whoIs(client: Client): Promise<string | null> {
  const { me } = await client.data<{ me: { username: string } | null }>('{ me { username } }');
  return me?.username ?? null;
}

/** A visitor who has just logged in by these words. */
export async function loggedIn(
  world: World,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<Client> {
  const client = world.visitor();
  const { token, message } = await act(client, 'logIn', { username, password });
  if (!token) throw new Error(`the log-in was refused: ${message}`);
  client.token = token;
  return client;
}

/** The mails to this address, once there are so many: they are sent after the answer. */
export async function mailsTo(world: World, address: string, count = 1): Promise<readonly Mail[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const mails = world.mailbox.filter(({ to }) => to === address);
    if (mails.length >= count) return mails;
    if (Date.now() > deadline) throw new Error(`${mails.length} of ${count} mails came to ${address}`);
    await pause(5);
  }
}

/** Asks for a reset link and takes it from the mail. */
export async function mailedToken(world: World, address: string): Promise<string> {
  const before = world.mailbox.filter(({ to }) => to === address).length;
  await act(world.visitor(), 'requestPasswordReset', { usernameOrEmail: address });
  const mail = (await mailsTo(world, address, before + 1)).at(-1);
  const token = /\/recover#token=([\w-]+)/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error(`no link in: ${mail?.text}`);
  return token;
}

/** What a proved link asks for; null for one that does not work. */
export async function resetBehind(
  client: Client,
  token: string,
): Promise<{ readonly securityQuestion: string | null } | null> {
  const { passwordReset } = await client.data<{ passwordReset: { securityQuestion: string | null } | null }>(
    'query ($token: String!) { passwordReset(token: $token) { securityQuestion expiresAt } }',
    { token },
  );
  return passwordReset;
}
