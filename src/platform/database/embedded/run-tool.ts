import { spawn } from 'node:child_process';

/** The user and group that a program runs as; undefined: the same as this program. */
export interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

export interface ToolOptions {
  readonly as?: UserIds | undefined;
  readonly input?: string;
}

export interface ToolResult {
  /** Undefined when the program was killed or could not be started at all. */
  readonly code: number | undefined;
  /** What it said on both channels, in the order in which it came. */
  readonly output: string;
}

/**
 * Everything started here gets the same small environment: a PGDATA or PGPORT of the user's own must not reach
 * the server, and messages stay in English because some are recognised.
 */
export const toolEnvironment: Readonly<Record<string, string>> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
};

/** Runs a program to its end and never throws: a program that cannot start answers without a code. */
export async function runTool(
  file: string,
  parameters: readonly string[],
  options: ToolOptions = {},
): Promise<ToolResult> {
  return await new Promise((resolve) => {
    const output: string[] = [];
    // The folder of this program may be closed to the other user, so the tool starts from the root folder.
    const settings = { ...options.as, cwd: '/', env: toolEnvironment, stdio: 'pipe' } as const;
    try {
      const child = spawn(file, parameters, settings);
      child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
      // A tool that ends before it read everything closes its input; its exit code tells the story.
      child.stdin.on('error', () => undefined);
      child.on('error', (error) => resolve({ code: undefined, output: error.message }));
      child.on('close', (code) => resolve({ code: code ?? undefined, output: output.join('') }));
      child.stdin.end(options.input ?? '');
    } catch (error) {
      resolve({ code: undefined, output: error instanceof Error ? error.message : String(error) });
    }
  });
}
