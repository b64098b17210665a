import { OpenTranscriptDocument } from '../api/generated/gate.ts';
import { frame, request, socket } from '../api/server.ts';
import { textOf } from '../ui/form-fields.ts';
import type { FormProblem } from '../ui/form-problem.ts';

interface Entering {
  readonly shareCode: string;
  readonly form: HTMLFormElement;
  /** Where the device keeps the name. */
  readonly nicknameKey: string;
}

/** Gives the password at the door; undefined: it was right, and one is in or waits to be let in. */
export async function enter({ shareCode, form, nicknameKey }: Entering): Promise<FormProblem | undefined> {
  const nickname = textOf(form, 'nickname').trim();
  const { openTranscript: result } = await request(OpenTranscriptDocument, {
    input: { shareCode, nickname, viewPassword: textOf(form, 'viewPassword') },
  });
  if (!('token' in result)) return asProblem(result);
  frame.keep?.(result.token);
  rememberNickname(nicknameKey, nickname);
  // A line from before the door was opened is still the line of somebody who may not read.
  socket.reconnect();
  return undefined;
}

function asProblem(result: FormProblem): FormProblem {
  return result.__typename === 'WrongViewPassword' ? { ...result, field: 'viewPassword' } : result;
}

function rememberNickname(nicknameKey: string, nickname: string): void {
  try {
    localStorage.setItem(nicknameKey, nickname);
  } catch {
    // Storage may be forbidden: the name then has to be typed again next time.
  }
}
