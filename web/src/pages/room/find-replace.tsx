import './editing.css';

import { useComputed, useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';

import { SegmentsToSearchDocument } from '../../api/generated/history.ts';
import { request } from '../../api/server.ts';
import { editingText } from '../../text/editing.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { isPossible, replacements, type Replacement, type Replacing } from './replacing.ts';
import { SpeakerRenaming } from './speaker-renaming.tsx';
import type { WritingParts } from './room-parts.ts';

type Searched = Parameters<typeof replacements>[0][number];

interface Progress {
  readonly read: number;
  readonly total: number;
}

/** Find and replace over the whole text, of which this page holds a part: each change is seen before it is made. */
export function FindReplace(parts: WritingParts): JSX.Element {
  const t = editingText().replace;
  const wanted = useSignal<Replacing>({ find: '', with: '', matchesCase: false, matchesWidth: false });
  const found = useSignal<readonly Replacement[] | null>(null);
  const left = useSignal<ReadonlySet<string>>(new Set());
  const progress = useSignal<Progress | null>(null);
  const search = useAction(async () => {
    found.value = null;
    try {
      const all = await readAll(parts.transcriptId, progress);
      left.value = new Set();
      found.value = replacements(all, wanted.peek());
    } finally {
      progress.value = null;
    }
  });
  const change = (part: Partial<Replacing>): void => {
    wanted.value = { ...wanted.peek(), ...part };
    found.value = null;
  };
  return (
    <section class="stack editing-panel">
      <form
        class="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted.peek().find !== '') search.run();
        }}
      >
        <Field
          label={t.find}
          value={wanted.value.find}
          maxLength={200}
          onInput={(e) => change({ find: e.currentTarget.value })}
        />
        <Field
          label={t.with}
          value={wanted.value.with}
          maxLength={200}
          onInput={(e) => change({ with: e.currentTarget.value })}
        />
        <label class="row">
          <input
            type="checkbox"
            checked={wanted.value.matchesCase}
            onChange={(e) => change({ matchesCase: e.currentTarget.checked })}
          />
          {t.matchCase}
        </label>
        <label class="row">
          <input
            type="checkbox"
            checked={wanted.value.matchesWidth}
            onChange={(e) => change({ matchesWidth: e.currentTarget.checked })}
          />
          {t.matchWidth}
        </label>
        <Button type="submit" look="primary" isBusy={search.isBusy.value}>
          {t.search}
        </Button>
      </form>
      <div role="status">
        {progress.value !== null && (
          <p class="stack-tight">
            <progress value={progress.value.read} max={Math.max(progress.value.total, 1)} />
            <span class="small soft">{t.searching(progress.value.read, progress.value.total)}</span>
          </p>
        )}
        {search.fault.value !== undefined && <p class="notice error">{search.fault.value}</p>}
        {found.value?.length === 0 && <p>{t.none}</p>}
      </div>
      {found.value !== null && found.value.length > 0 && <Preview found={found} left={left} parts={parts} />}
      <SpeakerRenaming {...parts} />
    </section>
  );
}

/** The whole text as it stands on the server, page by page, the base of each change with it. */
async function readAll(id: string, progress: Signal<Progress | null>): Promise<readonly Searched[]> {
  const all: Searched[] = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const page: { transcript: SearchPage | null } = await request(SegmentsToSearchDocument, { id, after });
    if (page.transcript === null) break;
    const { segments, segmentCount } = page.transcript;
    all.push(...segments.edges.map(({ node }) => node));
    progress.value = { read: all.length, total: segmentCount };
    after = segments.pageInfo.endCursor;
    isMore = segments.pageInfo.hasNextPage;
  }
  return all;
}

interface SearchPage {
  readonly segmentCount: number;
  readonly segments: {
    readonly edges: readonly { readonly node: Searched }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** So many are listed; the rest is counted. */
const listedMax = 200;

interface PreviewProps {
  readonly found: Signal<readonly Replacement[] | null>;
  readonly left: Signal<ReadonlySet<string>>;
  readonly parts: WritingParts;
}

function Preview({ found, left, parts }: PreviewProps): JSX.Element {
  const t = editingText().replace;
  const all = found.value ?? [];
  const possible = useComputed(() => (found.value ?? []).filter(isPossible)).value;
  const chosen = possible.filter(({ change }) => !left.value.has(change.id));
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const toggle = (id: string): void => {
    const next = new Set(left.peek());
    if (!next.delete(id)) next.add(id);
    left.value = next;
  };
  const apply = (): void => {
    if (chosen.length === 0) return;
    parts.outbox.reviseMany(chosen.map(({ change }) => change));
    found.value = null;
  };
  return (
    <div class="stack-tight">
      <p>{t.found(count, all.length)}</p>
      {possible.length < all.length && <p class="notice">{t.tooLong(all.length - possible.length)}</p>}
      <label class="row">
        <input
          type="checkbox"
          checked={left.value.size === 0}
          onChange={(event) =>
            (left.value = new Set(event.currentTarget.checked ? [] : possible.map(({ change }) => change.id)))
          }
        />
        {t.all}
      </label>
      <ul class="replacements">
        {possible.slice(0, listedMax).map(({ change, pieces }) => (
          <li key={change.id}>
            <label>
              <input
                type="checkbox"
                checked={!left.value.has(change.id)}
                onChange={() => toggle(change.id)}
              />
              <span class="segment" dir="auto">
                {change.speaker !== null && <span class="speaker">{change.speaker}</span>}
                {pieces.map(({ text, by }, place) =>
                  by === null ? (
                    text
                  ) : (
                    <span key={place}>
                      <del>{text}</del>
                      <ins>{by}</ins>
                    </span>
                  ),
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {possible.length > listedMax && <p class="soft">{t.more(possible.length - listedMax)}</p>}
      <Button look="primary" onClick={apply}>
        {t.apply(chosen.length)}
      </Button>
    </div>
  );
}
