import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { RenameTranscriptInListDocument } from '../../api/generated/sharing.ts';
import { request } from '../../api/server.ts';
import { commonText } from '../../text/common.text.ts';
import { contentText } from '../../text/content.text.ts';
import { Button } from '../../ui/button.tsx';
import { messageOf } from '../../ui/states.tsx';
import type { ContentList, ContentTranscript } from './content-list.ts';

interface RenameFormProps {
  readonly transcript: ContentTranscript;
  readonly list: ContentList;
  readonly onClose: () => void;
}

/** Renames in place: Enter saves and shows at once, Escape leaves; a refusal brings the old title back and says why. */
export function RenameForm({ transcript: { id, title }, list, onClose }: RenameFormProps): JSX.Element {
  const t = contentText();
  const error = useSignal<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const leave = (): void => {
    onClose();
    // The link that the form stood for is drawn in the next frame.
    requestAnimationFrame(() => document.getElementById(`title-${id}`)?.focus());
  };
  const save = async (wanted: string): Promise<void> => {
    if (wanted === title || wanted === '') return leave();
    list.change(id, { title: wanted });
    try {
      const { renameTranscript: result } = await request(RenameTranscriptInListDocument, {
        input: { transcriptId: id, title: wanted },
      });
      if (result.__typename === 'RenameTranscriptSuccess') return leave();
      error.value = result.message;
    } catch (fault) {
      error.value = messageOf(fault);
    }
    list.change(id, { title });
  };
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        void save(input.current?.value.trim() ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <input
        ref={input}
        class="bare"
        aria-label={t.renameOf(title)}
        aria-invalid={error.value === undefined ? undefined : 'true'}
        aria-describedby={`rename-${id}`}
        defaultValue={title}
        maxLength={200}
        enterkeyhint="done"
      />
      <Button type="submit" look="primary">
        {commonText().save}
      </Button>
      <Button onClick={leave}>{commonText().cancel}</Button>
      <p id={`rename-${id}`} class="error small" role="alert" hidden={error.value === undefined}>
        {error.value}
      </p>
    </form>
  );
}
