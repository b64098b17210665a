import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { AnswerCommentDocument } from '../../api/generated/dashboard.ts';
import { newId, request } from '../../api/server.ts';
import { commonText } from '../../text/common.text.ts';
import { dashboardText } from '../../text/dashboard.text.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import type { FormProblem } from '../../ui/form-problem.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ReceivedComment } from './dashboard-panels.ts';

interface AnswerFormProps {
  readonly comment: ReceivedComment;
  readonly onAnswered: () => void;
  readonly onClose: () => void;
}

/** An answer in place. Its id is made once, so that sending it again after a failure makes no second one. */
export function AnswerForm({ comment, onAnswered, onClose }: AnswerFormProps): JSX.Element {
  const t = dashboardText().comments;
  const problem = useSignal<FormProblem | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const id = useRef(newId());
  useLayoutEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const send = useAction(async (filled: HTMLFormElement) => {
    const { addComment: result } = await request(AnswerCommentDocument, {
      input: {
        id: id.current,
        transcriptId: comment.transcript.id,
        parentId: comment.parentId ?? comment.id,
        body: textOf(filled, 'body'),
      },
    });
    problem.value = result.__typename === 'AddCommentSuccess' ? undefined : result;
    if (result.__typename !== 'AddCommentSuccess') return;
    showToast({ text: t.sent });
    onAnswered();
    onClose();
  });
  return (
    <form
      ref={form}
      class="stack-tight"
      onSubmit={submitting(send.run)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
      }}
    >
      <TextAreaField
        label={t.replyTo(comment.author.displayName)}
        name="body"
        rows={3}
        maxLength={2000}
        required
        error={send.fault.value ?? problem.value?.message}
      />
      <div class="row">
        <Button type="submit" look="primary" isBusy={send.isBusy.value}>
          {t.send}
        </Button>
        <Button onClick={onClose}>{commonText().cancel}</Button>
      </div>
    </form>
  );
}
