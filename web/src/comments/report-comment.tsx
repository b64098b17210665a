import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { ReportCommentDocument } from '../api/generated/comments.ts';
import type { ReportReason } from '../api/generated/types.ts';
import { request } from '../api/server.ts';
import type { Comment } from '../live/comment-threads.ts';
import { commentsText } from '../text/comments.text.ts';
import { commonText } from '../text/common.text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { textOf } from '../ui/form-fields.ts';
import { useAction } from '../ui/use-action.ts';

/** Tells the host that something is wrong with a comment; once, and then it says so. */
export function ReportComment({ comment }: { readonly comment: Comment }): JSX.Element {
  const t = commentsText();
  const isOpen = useSignal(false);
  const isDone = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const close = (): void => void (isOpen.value = false);
  const send = useAction(async (reason: ReportReason, note: string) => {
    const input = { id: comment.id, reason, note };
    const { reportComment: result } = await request(ReportCommentDocument, { input });
    problem.value = result.__typename === 'ReportCommentSuccess' ? undefined : result.message;
    if (problem.value !== undefined) return;
    isDone.value = true;
    close();
  });
  const message = send.fault.value ?? problem.value;
  if (isDone.value)
    return (
      <span class="soft small" role="status">
        {t.reported}
      </span>
    );
  return (
    <>
      <Button look="quiet" onClick={() => (isOpen.value = true)}>
        {t.report}
      </Button>
      <Dialog
        isOpen={isOpen.value}
        title={t.reportTitle(comment.author.displayName)}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{commonText().cancel}</Button>
            <Button type="submit" form={`report-${comment.id}`} look="primary" isBusy={send.isBusy.value}>
              {t.reportSend}
            </Button>
          </>
        }
      >
        <form
          id={`report-${comment.id}`}
          class="stack-tight"
          onSubmit={(event) => {
            event.preventDefault();
            const form = event.currentTarget;
            send.run(textOf(form, 'reason') as ReportReason, textOf(form, 'note'));
          }}
        >
          <fieldset class="stack-tight">
            <legend>{t.reportReason}</legend>
            {reasons.map((reason) => (
              <label key={reason} class="row">
                <input type="radio" name="reason" value={reason} required />
                {t.reasons[reason]}
              </label>
            ))}
          </fieldset>
          <label class="stack-tight">
            {t.reportNote}
            <textarea class="bare" name="note" rows={2} maxLength={200} />
          </label>
          {message !== undefined && <p role="alert">{message}</p>}
        </form>
      </Dialog>
    </>
  );
}

const reasons = ['SPAM', 'ABUSE', 'OFF_TOPIC', 'OTHER'] as const satisfies readonly ReportReason[];
