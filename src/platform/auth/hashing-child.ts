import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { HashingAnswer, HashingTask, HashingWork } from './hashing-messages.ts';
import { tooBusy } from './hashing-turns.ts';

export interface HashingChildOptions {
  /** How many hashes it may compute at the same time. */
  readonly hashesAtOnce: number;
  readonly log: Logger;
  /** How long it may owe answers without giving one, in milliseconds; then it is taken for hung and replaced. */
  readonly silenceMs?: number;
}

interface Pending {
  readonly work: HashingWork;
  readonly resolve: (result: string | boolean) => void;
  readonly reject: (error: Error) => void;
  readonly triesLeft: number;
}

/** Once more after a process that died: a second death may be the work's own doing. */
const triesMax = 2;
/** A hash takes a tenth of a second; even a busy machine gives the lowest priority one in this time. */
const silenceMsUsual = 30_000;

// Compiled or not, the program lies beside this file and ends as it does.
const here = fileURLToPath(import.meta.url);
const program = fileURLToPath(new URL(`hashing-program${extname(here)}`, import.meta.url));

/**
 * Has hashes computed in a process of the lowest priority, so that they take what the live room leaves. The process
 * starts with the first of them, is replaced when it dies, and does not keep ours alive. Secrets go over its channel
 * alone: not as arguments, not in the environment, not into the log.
 */
export class HashingChild {
  readonly #options: HashingChildOptions;
  readonly #pending = new Map<number, Pending>();
  #child: ChildProcess | null = null;
  #lastId = 0;
  #isClosed = false;
  #isPriorityTold = false;
  #silence: NodeJS.Timeout | undefined;

  constructor(options: HashingChildOptions) {
    this.#options = options;
  }

  /** The process that hashes at present; null before the first hash and after the end. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Computes one hash. Throws RATE_LIMITED when the process cannot be started, died twice over it, or is stopped. */
  compute(work: HashingWork): Promise<string | boolean> {
    return new Promise((resolve, reject) => this.#try({ work, resolve, reject, triesLeft: triesMax }));
  }

  /** Ends the process, which keeps nothing and need not be asked; what it had not answered is refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const child = this.#child;
    if (!child?.pid) return;
    const gone = once(child, 'exit');
    child.ref();
    child.kill('SIGKILL');
    await gone;
  }

  #try({ triesLeft, ...pending }: Pending): void {
    if (this.#isClosed || triesLeft === 0) return pending.reject(tooBusy());
    const child = this.#started();
    if (!child) return pending.reject(tooBusy());
    this.#lastId += 1;
    this.#pending.set(this.#lastId, { ...pending, triesLeft: triesLeft - 1 });
    holdOn(child);
    this.#silence ??= this.#expectAnswer(child);
    const task: HashingTask = { ...pending.work, id: this.#lastId };
    // One that is gone already is about to say so, and then all that is pending is tried again.
    if (child.connected) child.send(task, () => undefined);
  }

  #started(): ChildProcess | null {
    if (this.#child) return this.#child;
    try {
      this.#child = this.#start();
    } catch (error) {
      this.#options.log.error({ err: error }, 'the hashing process could not be started');
    }
    return this.#child;
  }

  #start(): ChildProcess {
    const child = fork(program, [], {
      // Nothing of our own settings, which are secrets in part; a thread for each hash.
      env: { UV_THREADPOOL_SIZE: String(this.#options.hashesAtOnce) },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (answer: HashingAnswer) => this.#receive(child, answer));
    child.once('exit', (code, signal) => this.#ended(child, { code, signal }));
    child.on('error', (error) => {
      // What never ran never exits.
      if (child.pid === undefined) this.#ended(child, { err: error });
    });
    return child;
  }

  #receive(child: ChildProcess, answer: HashingAnswer): void {
    if ('priorityFailure' in answer) return this.#tellPriority(answer.priorityFailure);
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    this.#stopExpecting();
    if (this.#pending.size === 0) letGo(child);
    else this.#silence = this.#expectAnswer(child);
    if ('result' in answer) pending?.resolve(answer.result);
    else pending?.reject(new Error(answer.failure));
  }

  /** What is owed is tried again once the process is gone. */
  #expectAnswer(child: ChildProcess): NodeJS.Timeout {
    return setTimeout(() => child.kill('SIGKILL'), this.#options.silenceMs ?? silenceMsUsual);
  }

  #stopExpecting(): void {
    clearTimeout(this.#silence);
    this.#silence = undefined;
  }

  #tellPriority(reason: string): void {
    if (this.#isPriorityTold) return;
    this.#isPriorityTold = true;
    this.#options.log.warn({ reason }, 'hashes are computed at ordinary priority: it could not be lowered');
  }

  #ended(child: ChildProcess, how: object): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#stopExpecting();
    if (!this.#isClosed) this.#options.log.error(how, 'the hashing process ended before its time');
    const left = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of left) this.#try(pending);
  }
}

const letGo = (child: ChildProcess): void => {
  child.unref();
  child.channel?.unref();
};

const holdOn = (child: ChildProcess): void => {
  child.ref();
  child.channel?.ref();
};
