import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { StaffAnnouncementsDocument, WithdrawAnnouncementDocument } from '../../api/generated/staff.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { formatDateTime } from '../../text/format.ts';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { usePages } from '../../ui/use-pages.ts';
import { AnnouncementEditor, type StaffAnnouncement } from './announcement-editor.tsx';
import { rescueFocus, useRescuedFocus } from '../../app/rescue-focus.ts';
import { StaffList } from './staff-list.tsx';

/** What is announced, and the editor in its place while something is written. */
export function AnnouncementsSection(): JSX.Element {
  const t = staffText().announcements;
  const pages = usePages({
    document: StaffAnnouncementsDocument,
    variables: {},
    connectionOf: ({ announcements }) => announcements,
  });
  const edited = useSignal<StaffAnnouncement | 'new' | undefined>(undefined);
  const withdrawing = useSignal<StaffAnnouncement | undefined>(undefined);
  useRescuedFocus(edited.value);
  useEffect(() => scrollTo(0, 0), [edited.value]);
  if (edited.value !== undefined) {
    const announcement = edited.value === 'new' ? undefined : edited.value;
    return (
      <AnnouncementEditor
        announcement={announcement}
        onClose={() => (edited.value = undefined)}
        onSaved={() => {
          edited.value = undefined;
          showToast({ text: announcement === undefined ? t.published : t.edited });
          pages.reload();
        }}
      />
    );
  }
  const add = (
    <Button look="primary" onClick={() => (edited.value = 'new')}>
      {t.add}
    </Button>
  );
  const isEmpty = pages.state.value.nodes?.length === 0;
  return (
    <>
      <PageHeading title={t.title}>{isEmpty ? undefined : add}</PageHeading>
      <p class="soft prose">{t.intro}</p>
      <StaffList
        pages={pages}
        label={t.title}
        empty={
          <EmptyState title={t.emptyTitle} action={add}>
            {t.emptyText}
          </EmptyState>
        }
      >
        {(announcement) => (
          <AnnouncementLine
            key={announcement.id}
            announcement={announcement}
            onEdit={() => (edited.value = announcement)}
            onWithdraw={() => (withdrawing.value = announcement)}
          />
        )}
      </StaffList>
      <WithdrawDialog
        announcement={withdrawing.value}
        onClose={() => {
          withdrawing.value = undefined;
          rescueFocus();
        }}
        onWithdrawn={(withdrawnId) => {
          withdrawing.value = undefined;
          pages.patch((nodes) => nodes.filter(({ id }) => id !== withdrawnId));
          showToast({ text: t.withdrawn });
        }}
      />
    </>
  );
}

interface AnnouncementLineProps {
  readonly announcement: StaffAnnouncement;
  readonly onEdit: () => void;
  readonly onWithdraw: () => void;
}

function AnnouncementLine({ announcement, onEdit, onWithdraw }: AnnouncementLineProps): JSX.Element {
  const t = staffText();
  const { title, bodyHtml, publishedAt } = announcement;
  return (
    <li class="stack-tight staff-announcement">
      <div class="row row-between">
        <h2>{title}</h2>
        <time class="soft small" dateTime={publishedAt}>
          {formatDateTime(publishedAt)}
        </time>
      </div>
      {/* The server makes it of Markdown and vouches that it is safe to place in a page. */}
      <div class="prose announcement-body" dangerouslySetInnerHTML={{ __html: bodyHtml }} />
      <div class="row">
        <Button onClick={onEdit}>{t.edit}</Button>
        <Button look="quiet" onClick={onWithdraw}>
          {t.announcements.withdraw}
        </Button>
      </div>
    </li>
  );
}

interface WithdrawDialogProps {
  readonly announcement: StaffAnnouncement | undefined;
  readonly onClose: () => void;
  readonly onWithdrawn: (id: string) => void;
}

function WithdrawDialog({ announcement, onClose, onWithdrawn }: WithdrawDialogProps): JSX.Element {
  const t = staffText().announcements;
  const withdraw = useAction(async (id: string) => {
    const { withdrawAnnouncement: result } = await request(WithdrawAnnouncementDocument, { input: { id } });
    onWithdrawn(result.withdrawnId);
  });
  return (
    <ConfirmDialog
      isOpen={announcement !== undefined}
      title={announcement === undefined ? '' : t.withdrawTitle(announcement.title)}
      action={t.withdrawAction}
      isDangerous
      isBusy={withdraw.isBusy.value}
      onConfirm={() => announcement !== undefined && withdraw.run(announcement.id)}
      onClose={onClose}
    >
      <p>{t.withdrawText}</p>
      <FormError>{withdraw.fault.value}</FormError>
    </ConfirmDialog>
  );
}
