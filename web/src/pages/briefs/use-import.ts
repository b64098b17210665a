import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { SaveBriefsDocument } from '../../api/generated/briefs.ts';
import { request } from '../../api/server.ts';
import type { Brief } from '../../briefs/brief.ts';
import { batchesOf } from '../../briefs/import/compare-import.ts';
import { messageOf } from '../../ui/states.tsx';

/** How far an import has come. */
export interface ImportState {
  readonly phase: 'idle' | 'sending' | 'done' | 'stopped' | 'failed';
  readonly doneCount: number;
  readonly count: number;
  /** Why it stands still, where it failed. */
  readonly message: string;
}

export interface BriefImport {
  readonly state: ReadonlySignal<ImportState>;
  readonly send: (briefs: readonly Brief[]) => void;
  readonly stop: () => void;
  readonly forget: () => void;
}

const idle: ImportState = { phase: 'idle', doneCount: 0, count: 0, message: '' };

interface ImportParts {
  readonly transcriptId: string | null;
  readonly onImported: () => void;
}

/** Sends briefs in parts, each of them whole or not at all; what was sent before a stop or a failure stays. */
export function useImport({ transcriptId, onImported }: ImportParts): BriefImport {
  const state = useSignal<ImportState>(idle);
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);
  const send = async (briefs: readonly Brief[]): Promise<void> => {
    const { signal } = (stopping.current = new AbortController());
    state.value = { ...idle, phase: 'sending', count: briefs.length };
    const end = (phase: ImportState['phase'], message = ''): void => {
      state.value = { ...state.peek(), phase, message };
      if (state.peek().doneCount > 0) onImported();
    };
    for (const put of batchesOf(briefs)) {
      if (signal.aborted) return end('stopped');
      const { saveBriefs: result } = await request(SaveBriefsDocument, {
        input: { transcriptId, put: [...put] },
      });
      if (result.__typename !== 'SaveBriefsSuccess') return end('failed', result.message);
      state.value = { ...state.peek(), doneCount: state.peek().doneCount + put.length };
    }
    end('done');
  };
  return {
    state,
    send: (briefs) =>
      void send(briefs).catch((error: unknown) => {
        state.value = { ...state.peek(), phase: 'failed', message: messageOf(error) };
        onImported();
      }),
    stop: () => stopping.current.abort(),
    forget: () => (state.value = idle),
  };
}
