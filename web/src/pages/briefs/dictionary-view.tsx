import './briefs.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { SaveBriefsDocument } from '../../api/generated/briefs.ts';
import { request } from '../../api/server.ts';
import type { Brief } from '../../briefs/brief.ts';
import { codeKey } from '../../briefs/brief.ts';
import { briefsText } from '../../text/briefs.text.ts';
import { Button } from '../../ui/button.tsx';
import { Pager } from '../../ui/pager.tsx';
import { SearchForm } from '../../ui/search-form.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { Pages } from '../../ui/use-pages.ts';
import { BriefForm } from './brief-form.tsx';
import { BriefTable } from './brief-table.tsx';
import { ExportBriefs } from './export-briefs.tsx';
import { ImportBriefs } from './import-briefs.tsx';

/** A brief in a list; its code is its id. */
export type ListedBrief = Brief & { readonly id: string };

export interface DictionaryProps {
  /** Null: the member's own. */
  readonly transcriptId: string | null;
  readonly pages: Pages<unknown, ListedBrief>;
  readonly path: string;
  readonly search: string;
  readonly entryCount: number | undefined;
  readonly foundCount: number | undefined;
}

/** A dictionary with everything that is done to it before a meeting. */
export function DictionaryView(props: DictionaryProps): JSX.Element {
  const t = briefsText();
  const { transcriptId, pages, search, entryCount, foundCount } = props;
  const { nodes, error, hasMore } = pages.state.value;
  const edited = useSignal<Brief | null>(null);
  const removal = useRemoval(props);
  const saved = (code: string): void => {
    edited.value = null;
    showToast({ text: t.saved(code) });
    pages.reload();
  };
  const count = search === '' ? entryCount : foundCount;
  return (
    <div class="stack">
      {/* Made anew for each brief: its fields begin with that brief's words. */}
      <BriefForm
        key={edited.value?.code ?? ''}
        transcriptId={transcriptId}
        brief={edited.value}
        onSaved={saved}
        onCancel={() => (edited.value = null)}
      />
      <SearchForm label={t.search} action={t.searchAction} path={props.path} search={search} />
      <p role="status" class="soft small">
        {count !== undefined && (search === '' ? t.total(count) : t.found(count))}
      </p>
      {removal.fault.value !== undefined && <p role="alert">{removal.fault.value}</p>}
      {error !== undefined && nodes === undefined && <ErrorState error={error} onRetry={pages.reload} />}
      {nodes === undefined && error === undefined && <Skeleton lines={6} />}
      {nodes?.length === 0 && <NothingHere {...props} />}
      {nodes !== undefined && nodes.length > 0 && (
        <BriefTable
          briefs={nodes}
          onEdit={(brief) => (edited.value = brief)}
          onRemove={(brief) => removal.run(brief)}
        />
      )}
      <Pager
        hasMore={hasMore}
        isLoading={pages.more.isBusy.value}
        error={pages.more.fault.value}
        onMore={pages.more.run}
      />
      <ImportBriefs transcriptId={transcriptId} onImported={pages.reload} />
      {(entryCount ?? 0) > 0 && <ExportBriefs transcriptId={transcriptId} />}
    </div>
  );
}

/** At once, and taken back by one press: what was removed is put again just as it was. */
function useRemoval({ transcriptId, pages }: DictionaryProps) {
  const t = briefsText();
  const save = async (change: { readonly put?: Brief[]; readonly remove?: string[] }): Promise<void> => {
    const { saveBriefs: result } = await request(SaveBriefsDocument, { input: { transcriptId, ...change } });
    if (result.__typename !== 'SaveBriefsSuccess') showToast({ text: result.message });
    pages.reload();
  };
  const putBack = useAction((brief: Brief) => save({ put: [brief] }));
  return useAction(async ({ code, text, note }: Brief) => {
    await save({ remove: [code] });
    pages.patch((briefs) => briefs.filter((one) => codeKey(one.code) !== codeKey(code)));
    showToast({
      text: t.removed(code),
      action: { label: t.undo, run: () => putBack.run({ code, text, note }) },
    });
  });
}

function NothingHere({ path, search }: DictionaryProps): JSX.Element {
  const t = briefsText();
  const { route } = useLocation();
  if (search === '') return <EmptyState title={t.noneTitle}>{t.noneText}</EmptyState>;
  return (
    <EmptyState
      title={t.noneFound(search)}
      action={<Button onClick={() => route(path, true)}>{t.showAll}</Button>}
    />
  );
}
