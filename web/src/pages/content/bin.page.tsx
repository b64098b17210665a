import '../office.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { BinListDocument } from '../../api/generated/content.ts';
import type { BinListQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { session } from '../../app/session.ts';
import { contentText } from '../../text/content.text.ts';
import { formatDateTime } from '../../text/format.ts';
import { sharingText } from '../../text/sharing.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { nowMs } from '../../ui/network.ts';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';
import { BatchDialog, Failures } from './batch-dialog.tsx';
import type { Failure } from './batches.ts';
import { daysLeft } from './days-left.ts';
import { purgeTranscripts, restoreTranscripts } from './transcript-batches.ts';
import { useSelection, type Selection } from './use-selection.ts';

type Page = NonNullable<BinListQuery['me']>['transcripts'];
type Deleted = Page['edges'][number]['node'];

const pageSize = 30;

/** 回收站: what was deleted waits here for its days, to be restored or deleted for ever. */
export function BinPage(): JSX.Element {
  const t = contentText();
  const { state, reload, patch } = useQuery(BinListDocument, { first: pageSize, after: null });
  const page = state.value.result?.me?.transcripts;
  const list = page?.edges.map(({ node }) => node);
  const selection = useSelection(list?.map(({ id }) => id) ?? []);
  const patchPage = (change: (page: Page) => Page): void =>
    patch((result) => (result.me === null ? result : { me: { transcripts: change(result.me.transcripts) } }));
  const acts = useBinActs((ids) => {
    selection.drop(ids);
    patchPage((now) => ({ ...now, edges: now.edges.filter(({ node }) => !ids.includes(node.id)) }));
  });
  const more = useAction(async () => {
    const after = state.peek().result?.me?.transcripts.pageInfo.endCursor ?? null;
    const next = (await request(BinListDocument, { first: pageSize, after })).me?.transcripts;
    if (next !== undefined) patchPage(({ edges }) => ({ ...next, edges: [...edges, ...next.edges] }));
  });
  const now = session.value;
  const chosen = list?.filter(({ id }) => selection.ids.has(id)) ?? [];
  return (
    <>
      <PageHeading title={t.binPage.title}>
        <LinkButton href="/content">{t.binPage.back}</LinkButton>
      </PageHeading>
      <p class="soft prose">{t.binPage.intro(now.kind === 'member' ? now.service.binDays : 30)}</p>
      <Failures failures={acts.failures} titleOf={acts.titleOf} />
      {state.value.error !== undefined && <ErrorState error={state.value.error} onRetry={reload} />}
      {list === undefined && state.value.error === undefined && <Skeleton lines={6} />}
      {list?.length === 0 && (
        <EmptyState
          title={t.binPage.empty}
          action={<LinkButton href="/content">{t.binPage.back}</LinkButton>}
        >
          {t.binPage.emptyText}
        </EmptyState>
      )}
      {chosen.length > 0 && <BinBar {...{ chosen, selection, acts }} />}
      {list !== undefined && list.length > 0 && <BinTable {...{ list, selection, acts }} />}
      <Pager
        hasMore={page?.pageInfo.hasNextPage ?? false}
        isLoading={more.isBusy.value}
        error={more.fault.value}
        onMore={more.run}
      />
      {acts.dialog}
    </>
  );
}

interface BinActs {
  readonly restore: (transcripts: readonly Deleted[]) => void;
  readonly purge: (transcripts: readonly Deleted[]) => void;
  readonly isBusy: boolean;
  readonly failures: readonly Failure[];
  readonly titleOf: (id: string) => string;
  readonly dialog: JSX.Element;
}

function useBinActs(leave: (ids: readonly string[]) => void): BinActs {
  const t = contentText();
  const asked = useSignal<readonly Deleted[]>([]);
  const failures = useSignal<readonly Failure[]>([]);
  const titles = useSignal<ReadonlyMap<string, string>>(new Map());
  const remember = (transcripts: readonly Deleted[]): readonly string[] => {
    titles.value = new Map(transcripts.map(({ id, title }) => [id, title]));
    return transcripts.map(({ id }) => id);
  };
  const restore = useAction(async (transcripts: readonly Deleted[]) => {
    const { doneIds, failures: failed } = await restoreTranscripts(remember(transcripts));
    failures.value = failed;
    leave(doneIds);
    if (doneIds.length > 0) showToast({ text: t.restored(doneIds.length) });
  });
  const purge = useAction(async () => {
    const { doneIds, failures: failed } = await purgeTranscripts(remember(asked.peek()));
    failures.value = failed;
    asked.value = [];
    leave(doneIds);
    if (doneIds.length > 0) showToast({ text: t.purged(doneIds.length) });
  });
  const dialog = (
    <BatchDialog
      titles={asked.value.map(({ title }) => title)}
      title={t.binPage.purgeTitle(asked.value.length)}
      what={t.binPage.purgeWhat}
      action={t.binPage.purge}
      isBusy={purge.isBusy.value}
      fault={purge.fault.value}
      onConfirm={purge.run}
      onClose={() => (asked.value = [])}
    />
  );
  return {
    restore: restore.run,
    purge: (transcripts) => (asked.value = transcripts),
    isBusy: restore.isBusy.value,
    failures: restore.fault.value === undefined ? failures.value : [{ id: '', message: restore.fault.value }],
    titleOf: (id) => titles.value.get(id) ?? t.binPage.restore,
    dialog,
  };
}

interface BinBarProps {
  readonly chosen: readonly Deleted[];
  readonly selection: Selection;
  readonly acts: BinActs;
}

function BinBar({ chosen, selection, acts }: BinBarProps): JSX.Element {
  const t = contentText();
  return (
    <div class="selection-bar row" role="group" aria-label={t.bar.label}>
      <strong role="status">{t.bar.selected(chosen.length)}</strong>
      <Button isBusy={acts.isBusy} onClick={() => acts.restore(chosen)}>
        {t.binPage.restore}
      </Button>
      <Button look="danger" onClick={() => acts.purge(chosen)}>
        {t.binPage.purge}
      </Button>
      <Button onClick={() => selection.selectAll(false)}>{t.bar.clear}</Button>
    </div>
  );
}

interface BinTableProps {
  readonly list: readonly Deleted[];
  readonly selection: Selection;
  readonly acts: BinActs;
}

function BinTable({ list, selection, acts }: BinTableProps): JSX.Element {
  const t = contentText();
  return (
    <table class="content-table bin" role="table" aria-label={t.binPage.table}>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <label class="tick">
              <input
                type="checkbox"
                aria-label={t.selectAll}
                checked={selection.ids.size === list.length}
                onChange={(event) => selection.selectAll(event.currentTarget.checked)}
              />
            </label>
          </th>
          {[
            t.columns.title,
            t.columns.characters,
            t.binPage.deletedAt,
            t.binPage.left,
            t.columns.actions,
          ].map((name) => (
            <th key={name} scope="col" role="columnheader">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {list.map((transcript) => (
          <BinRow key={transcript.id} {...{ transcript, selection, acts }} />
        ))}
      </tbody>
    </table>
  );
}

interface BinRowProps {
  readonly transcript: Deleted;
  readonly selection: Selection;
  readonly acts: BinActs;
}

function BinRow({ transcript, selection, acts }: BinRowProps): JSX.Element {
  const t = contentText();
  const { id, title, characterCount, deletedAt, purgesAt } = transcript;
  return (
    <tr role="row" class={selection.ids.has(id) ? 'selected' : undefined}>
      <td role="cell" class="select-cell">
        <label class="tick">
          <input
            type="checkbox"
            aria-label={t.select(title)}
            checked={selection.ids.has(id)}
            onClick={(event) => selection.toggle(id, { isRange: event.shiftKey })}
          />
        </label>
      </td>
      <td role="cell" class="title-cell">
        {title}
      </td>
      <td role="cell" class="number">
        {sharingText().characters(characterCount)}
      </td>
      <td role="cell" class="soft small">
        {deletedAt !== null && formatDateTime(deletedAt)}
      </td>
      <td role="cell">{purgesAt !== null && <DaysLeft purgesAt={purgesAt} />}</td>
      <td role="cell">
        <div class="row-actions">
          <Button aria-label={`${t.binPage.restore}：${title}`} onClick={() => acts.restore([transcript])}>
            {t.binPage.restore}
          </Button>
          <Button aria-label={`${t.binPage.purge}：${title}`} onClick={() => acts.purge([transcript])}>
            {t.binPage.purge}
          </Button>
        </div>
      </td>
    </tr>
  );
}

function DaysLeft({ purgesAt }: { readonly purgesAt: string }): JSX.Element {
  const t = contentText().binPage;
  return (
    <>
      <span class="card-only soft">{t.left} </span>
      {t.daysLeft(daysLeft(purgesAt, nowMs.peek()))}
    </>
  );
}
