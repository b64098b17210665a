import '../office.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { contentText } from '../../text/content.text.ts';
import { crewText } from '../../text/crew.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Failures } from './batch-dialog.tsx';
import { ContentFilters } from './content-filters.tsx';
import { filterFrom, useContentList, type ContentFilter, type ContentTranscript } from './content-list.ts';
import { ContentTable } from './content-table.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { useDeletion } from './use-deletion.tsx';
import { useSelection } from './use-selection.ts';
import { useVisibility } from './use-visibility.tsx';

const CrewTranscripts = lazily(async () => (await import('./crew-transcripts.tsx')).CrewTranscripts, {
  texts: [crewText],
});

/** 内容管理 (M18.8): everything that one has typed, with batch delete and the public checkbox. */
export function ContentPage({ query }: PageProps): JSX.Element {
  const t = contentText();
  const filter = filterFrom(query);
  const list = useContentList(filter);
  const { transcripts, error } = list;
  const selection = useSelection(transcripts?.map(({ id }) => id) ?? []);
  const visibility = useVisibility((id, wanted) => list.change(id, { visibility: wanted }));
  const deletion = useDeletion({ list, selection });
  const shared = useSignal<ContentTranscript | undefined>(undefined);
  return (
    <>
      <PageHeading title={t.title}>
        <LinkButton href="/content/bin">{t.bin}</LinkButton>
        <LinkButton href="/transcribe#import-title">{t.import}</LinkButton>
        <LinkButton look="primary" href="/transcribe">
          {t.transcribe}
        </LinkButton>
      </PageHeading>
      <ContentFilters filter={filter} />
      <Failures failures={deletion.failures} titleOf={deletion.titleOf} />
      {error !== undefined && <ErrorState error={error} onRetry={list.reload} />}
      {transcripts === undefined && error === undefined && <Skeleton lines={8} />}
      {transcripts?.length === 0 && <NothingHere filter={filter} />}
      {transcripts !== undefined && transcripts.length > 0 && (
        <>
          <SelectionBar
            count={selection.ids.size}
            total={list.totalCount}
            onClear={() => selection.selectAll(false)}
            onDelete={() => deletion.ask(transcripts.filter(({ id }) => selection.ids.has(id)))}
          />
          <ContentTable
            {...{ transcripts, selection, list }}
            onVisibility={visibility.change}
            onShare={(transcript) => (shared.value = transcript)}
            onDelete={(transcript) => deletion.ask([transcript])}
          />
        </>
      )}
      <Pager
        hasMore={list.hasMore}
        isLoading={list.more.isBusy.value}
        error={list.more.fault.value}
        onMore={list.more.run}
      />
      <CrewTranscripts />
      {visibility.dialog}
      {deletion.dialog}
      <ShareDialog
        transcript={shared.value}
        onClose={() => (shared.value = undefined)}
        onPassword={(id) => list.change(id, { viewPasswordSet: true })}
      />
    </>
  );
}

interface SelectionBarProps {
  readonly count: number;
  readonly total: number;
  readonly onClear: () => void;
  readonly onDelete: () => void;
}

/** What can be done with the chosen ones; without any it says how many there are. */
function SelectionBar({ count, total, onClear, onDelete }: SelectionBarProps): JSX.Element {
  const t = contentText();
  if (count === 0) {
    return (
      <p class="soft small row row-between">
        <span>{t.count(total)}</span>
        <span class="select-tip">{t.bar.tip}</span>
      </p>
    );
  }
  return (
    <div class="selection-bar row" role="group" aria-label={t.bar.label}>
      <strong role="status">{t.bar.selected(count)}</strong>
      <Button look="danger" onClick={onDelete}>
        {t.delete}
      </Button>
      <Button onClick={onClear}>{t.bar.clear}</Button>
    </div>
  );
}

function NothingHere({ filter }: { readonly filter: ContentFilter }): JSX.Element {
  const t = contentText();
  const isFiltered = Object.values(filter).some((value) => value !== null);
  if (isFiltered) {
    return (
      <EmptyState title={t.noneFound} action={<LinkButton href="/content">{t.clear}</LinkButton>}>
        {t.noneFoundText}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t.empty}
      action={
        <LinkButton look="primary" href="/transcribe">
          {t.transcribe}
        </LinkButton>
      }
    >
      {t.emptyText}
    </EmptyState>
  );
}
