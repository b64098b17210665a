import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import {
  EditAnnouncementDocument,
  PublishAnnouncementDocument,
  StaffMemberCountDocument,
} from '../../api/generated/staff.ts';
import type { StaffAnnouncementsQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { commonText } from '../../text/common.text.ts';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Field, TextAreaField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { MarkdownPreview } from './markdown-preview.tsx';

export type StaffAnnouncement = StaffAnnouncementsQuery['announcements']['edges'][number]['node'];

interface EditorProps {
  /** The announcement to change; absent for a new one. */
  readonly announcement: StaffAnnouncement | undefined;
  readonly onClose: () => void;
  readonly onSaved: (announcement: StaffAnnouncement) => void;
}

const fieldNames = ['title', 'body'];

/** Title and text with a preview beside them. Publishing asks first, for it reaches everybody; edits do not. */
export function AnnouncementEditor({ announcement, onClose, onSaved }: EditorProps): JSX.Element {
  const t = staffText().announcements;
  const title = useSignal(announcement?.title ?? '');
  const body = useSignal(announcement?.body ?? '');
  const isAsking = useSignal(false);
  const problem = useSignal<FormProblem | undefined>(undefined);
  const save = useAction(async () => {
    const words = { title: title.value.trim(), body: body.value };
    try {
      const result = await send(words, announcement?.id);
      if ('announcement' in result) return onSaved(result.announcement);
      problem.value = result;
    } finally {
      isAsking.value = false;
    }
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    problem.value = undefined;
    // An empty field is the server's to name; it is asked at once, for nothing can be published that way.
    const isWhole = title.value.trim() !== '' && body.value.trim() !== '';
    if (announcement === undefined && isWhole) isAsking.value = true;
    else save.run();
  };
  const isDirty = title.value !== (announcement?.title ?? '') || body.value !== (announcement?.body ?? '');
  return (
    <>
      <PageHeading title={announcement === undefined ? t.editorNew : t.editorEdit} />
      <form class="editor" onSubmit={submit} noValidate>
        <div class="stack">
          <FormError>{save.fault.value ?? formError(problem.value, fieldNames)}</FormError>
          <Field
            label={t.titleField}
            hint={t.titleHint}
            error={fieldError(problem.value, 'title')}
            name="title"
            maxLength={120}
            autocomplete="off"
            value={title}
            onInput={(event) => (title.value = event.currentTarget.value)}
          />
          <TextAreaField
            label={t.body}
            hint={t.bodyHint}
            error={fieldError(problem.value, 'body')}
            name="body"
            rows={12}
            maxLength={10_000}
            value={body}
            onInput={(event) => (body.value = event.currentTarget.value)}
          />
          {announcement !== undefined && <p class="soft small">{t.editNote}</p>}
          <div class="row">
            <Button type="submit" look="primary" isBusy={save.isBusy.value}>
              {announcement === undefined ? t.publish : t.saveEdit}
            </Button>
            <Button onClick={onClose}>{commonText().cancel}</Button>
          </div>
        </div>
        <Preview title={title.value} body={body.value} />
      </form>
      <PublishDialog
        title={title.value.trim()}
        isOpen={isAsking.value}
        isBusy={save.isBusy.value}
        onConfirm={() => save.run()}
        onClose={() => (isAsking.value = false)}
      />
      <LeaveGuard isActive={isDirty} text={t.leaveText} />
    </>
  );
}

function Preview({ title, body }: { readonly title: string; readonly body: string }): JSX.Element {
  const t = staffText().announcements;
  const id = useId();
  return (
    <section class="panel stack preview" aria-labelledby={id}>
      <h2 id={id} class="small soft">
        {t.preview}
      </h2>
      {title.trim() === '' && body.trim() === '' && <p class="soft">{t.previewEmpty}</p>}
      {title.trim() !== '' && <p class="preview-title">{title}</p>}
      <MarkdownPreview source={body} />
    </section>
  );
}

interface PublishDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function PublishDialog({ title, ...rest }: PublishDialogProps): JSX.Element {
  const t = staffText().announcements;
  const { state } = useQuery(StaffMemberCountDocument, {});
  return (
    <ConfirmDialog {...rest} title={t.publishTitle(title)} action={t.publish}>
      <p>{t.publishText(state.value.result?.memberAccounts.totalCount)}</p>
    </ConfirmDialog>
  );
}

interface Words {
  readonly title: string;
  readonly body: string;
}

async function send(words: Words, id: string | undefined) {
  if (id === undefined) {
    const { publishAnnouncement } = await request(PublishAnnouncementDocument, { input: words });
    return publishAnnouncement;
  }
  const { editAnnouncement } = await request(EditAnnouncementDocument, { input: { ...words, id } });
  return editAnnouncement;
}
