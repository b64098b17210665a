import { signal } from '@preact/signals';

import { session } from '../../app/session.ts';
import type { CodeBatch } from './code-file.rules.ts';

interface FreshCodes {
  readonly batch: CodeBatch;
  readonly memberId: string | undefined;
}

const fresh = signal<FreshCodes | undefined>(undefined);

/**
 * Codes that were just made and not yet put away. They outlive a step back in the browser, never a reload, and
 * are shown to nobody but the operator who made them.
 */
export function freshCodes(): CodeBatch | undefined {
  return fresh.value?.memberId === currentMemberId() ? fresh.value?.batch : undefined;
}

export function keepFreshCodes(batch: CodeBatch): void {
  fresh.value = { batch, memberId: currentMemberId() };
}

export function putFreshCodesAway(): void {
  fresh.value = undefined;
}

function currentMemberId(): string | undefined {
  return session.value.kind === 'member' ? session.value.member.id : undefined;
}
