import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { StaffBatchesDocument, VoidCardBatchDocument } from '../../api/generated/staff.ts';
import type { StaffBatchesQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { usePages } from '../../ui/use-pages.ts';
import { CardBatchForm } from './card-batch-form.tsx';
import { freshCodes } from './fresh-codes.ts';
import { FreshCodesPanel } from './fresh-codes-panel.tsx';
import { Record } from './record.tsx';
import { rescueFocus, useRescuedFocus } from '../../app/rescue-focus.ts';
import { StaffList } from './staff-list.tsx';
import { useRefresh } from './use-refresh.ts';

type Batch = StaffBatchesQuery['cardBatches']['edges'][number]['node'];

/** Making cards, the codes of the batch just made, and the batches so far. */
export function CardsSection(): JSX.Element {
  const t = staffText().cards;
  const pages = usePages({
    document: StaffBatchesDocument,
    variables: {},
    connectionOf: ({ cardBatches }) => cardBatches,
  });
  useRefresh(pages.reload);
  const voiding = useSignal<Batch | undefined>(undefined);
  const fresh = freshCodes();
  useRescuedFocus(fresh);
  return (
    <>
      <PageHeading title={t.title} />
      <p class="soft prose">{t.intro}</p>
      {fresh === undefined ? <CardBatchForm onMade={pages.reload} /> : <FreshCodesPanel batch={fresh} />}
      <h2>{t.batches}</h2>
      <StaffList
        pages={pages}
        label={t.batches}
        empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
      >
        {(batch) => <BatchLine key={batch.id} batch={batch} onVoid={() => (voiding.value = batch)} />}
      </StaffList>
      <VoidDialog
        batch={voiding.value}
        onClose={() => {
          voiding.value = undefined;
          rescueFocus();
        }}
        onVoided={(batch) => {
          voiding.value = undefined;
          pages.patch((nodes) => nodes.map((node) => (node.id === batch.id ? batch : node)));
        }}
      />
    </>
  );
}

function BatchLine({ batch, onVoid }: { readonly batch: Batch; readonly onVoid: () => void }): JSX.Element {
  const t = staffText().cards;
  const { count, points, note, redeemedCount, createdAt, voidedAt } = batch;
  const isUsedUp = redeemedCount >= count;
  return (
    <Record
      title={t.batchTitle(count, points)}
      level={3}
      about={
        <>
          {voidedAt !== null && <span class="chip">{t.voided}</span>}
          {voidedAt === null && isUsedUp && <span class="chip">{t.allUsed}</span>}
          <span>{note === '' ? t.noNote : note}</span>
        </>
      }
      facts={[
        [t.redeemed, t.redeemedOf(redeemedCount, count)],
        [t.madeAt, <RelativeTime key="at" iso={createdAt} />],
      ]}
      actions={voidedAt === null && !isUsedUp ? <Button onClick={onVoid}>{t.void}</Button> : undefined}
    />
  );
}

interface VoidDialogProps {
  readonly batch: Batch | undefined;
  readonly onClose: () => void;
  readonly onVoided: (batch: Batch) => void;
}

function VoidDialog({ batch, onClose, onVoided }: VoidDialogProps): JSX.Element {
  const t = staffText().cards;
  const voidUnused = useAction(async (batchId: string) => {
    const { voidCardBatch: result } = await request(VoidCardBatchDocument, { input: { batchId } });
    showToast({ text: t.voidDone(result.voidedCount) });
    onVoided(result.batch);
  });
  const { count = 0, redeemedCount = 0 } = batch ?? {};
  return (
    <ConfirmDialog
      isOpen={batch !== undefined}
      title={t.voidTitle(count - redeemedCount)}
      action={t.voidAction}
      isDangerous
      isBusy={voidUnused.isBusy.value}
      onConfirm={() => batch !== undefined && voidUnused.run(batch.id)}
      onClose={onClose}
    >
      <p>{t.voidText(redeemedCount)}</p>
      <FormError>{voidUnused.fault.value}</FormError>
    </ConfirmDialog>
  );
}
