import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { RenameRoomDocument } from '../../api/generated/room.ts';
import { request } from '../../api/server.ts';
import { commonText } from '../../text/common.text.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { useAction } from '../../ui/use-action.ts';

interface TitleFormProps {
  readonly transcriptId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Another title for the transcript; it takes the focus on the writer's own press. */
export function TitleForm({ transcriptId, title, onClose }: TitleFormProps): JSX.Element {
  const problem = useSignal<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const rename = useAction(async () => {
    const { renameTranscript: result } = await request(RenameRoomDocument, {
      input: { transcriptId, title: field.current?.value ?? '' },
    });
    if (result.__typename === 'RenameTranscriptSuccess') onClose();
    else problem.value = result.message;
  });
  const message = rename.fault.value ?? problem.value;
  return (
    <form
      class="row room-title"
      onSubmit={(event) => {
        event.preventDefault();
        rename.run();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
    >
      <input
        ref={field}
        class="bare"
        aria-label={roomText().renameLabel}
        defaultValue={title}
        autofocus
        required
      />
      <Button type="submit" look="primary" isBusy={rename.isBusy.value}>
        {commonText().save}
      </Button>
      <Button onClick={onClose}>{commonText().cancel}</Button>
      {message !== undefined && (
        <p class="error small" role="alert">
          {message}
        </p>
      )}
    </form>
  );
}
