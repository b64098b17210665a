/**
 * The hashing process: computes hashes for the process that started it, at the lowest priority, because whoever logs
 * in can wait while a room is live. It keeps nothing, and ends when its starter does. Started by hashing-child.ts.
 */
import { existsSync, readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import argon2 from 'argon2';
import { argon2Parameters, type HashingAnswer, type HashingTask } from './hashing-messages.ts';

const answer = (message: HashingAnswer): void => void process.send?.(message);
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// Ctrl-C and init systems signal the whole group, but log-ins under way may still be answered: the starter decides.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));

// Before the first hash: threads take their priority from the one that starts them.
try {
  setPriority(constants.priority.PRIORITY_LOW);
  // Linux keeps it by thread, and those that compute may have been started by the reading of this program.
  for (const thread of threads()) setPriority(thread, constants.priority.PRIORITY_LOW);
} catch (error) {
  answer({ priorityFailure: textOf(error) });
}

process.on('message', (task: HashingTask) => {
  compute(task).then(
    (result) => answer({ id: task.id, result }),
    (error: unknown) => answer({ id: task.id, failure: textOf(error) }),
  );
});

// Async, so that what argon2 throws at once is an answer as well.
async function compute(task: HashingTask): Promise<string | boolean> {
  if (task.kind === 'hash') return argon2.hash(task.secret, argon2Parameters);
  return argon2.verify(task.hash, task.secret);
}

function threads(): readonly number[] {
  const folder = '/proc/self/task';
  return existsSync(folder) ? readdirSync(folder).map(Number) : [];
}
