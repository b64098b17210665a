import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { Visibility } from '../../api/generated/types.ts';
import { contentText } from '../../text/content.text.ts';
import { formatNumber } from '../../text/format.ts';
import { sharingText } from '../../text/sharing.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import type { ContentList, ContentTranscript } from './content-list.ts';
import { RenameForm } from './rename-form.tsx';
import { StatusMark, VisibilityMark } from './transcript-marks.tsx';
import type { Selection } from './use-selection.ts';

interface RowActs {
  readonly list: ContentList;
  readonly selection: Selection;
  readonly onVisibility: (transcript: ContentTranscript, wanted: Visibility) => void;
  readonly onShare: (transcript: ContentTranscript) => void;
  readonly onDelete: (transcript: ContentTranscript) => void;
}

interface ContentTableProps extends RowActs {
  readonly transcripts: readonly ContentTranscript[];
}

/** A table; on phones its rows become cards. The roles are written out, because such CSS takes them away. */
export function ContentTable({ transcripts, ...acts }: ContentTableProps): JSX.Element {
  const t = contentText();
  const { selection } = acts;
  const areAllSelected = selection.ids.size === transcripts.length;
  return (
    <table class="content-table" role="table" aria-label={t.table}>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <label class="tick">
              <input
                type="checkbox"
                aria-label={t.selectAll}
                checked={areAllSelected}
                indeterminate={selection.ids.size > 0 && !areAllSelected}
                onChange={(event) => selection.selectAll(event.currentTarget.checked)}
              />
            </label>
          </th>
          {(['title', 'status', 'isPublic', 'characters', 'updated', 'actions'] as const).map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {transcripts.map((transcript) => (
          <ContentRow key={transcript.id} transcript={transcript} {...acts} />
        ))}
      </tbody>
    </table>
  );
}

interface ContentRowProps extends RowActs {
  readonly transcript: ContentTranscript;
}

function ContentRow({ transcript, list, selection, ...acts }: ContentRowProps): JSX.Element {
  const t = contentText();
  const isRenaming = useSignal(false);
  const { id, title, status } = transcript;
  const isSelected = selection.ids.has(id);
  return (
    <tr role="row" class={isSelected ? 'selected' : undefined}>
      <td role="cell" class="select-cell">
        <label class="tick">
          <input
            type="checkbox"
            aria-label={t.select(title)}
            checked={isSelected}
            onClick={(event) => selection.toggle(id, { isRange: event.shiftKey })}
          />
        </label>
      </td>
      <td role="cell" class="title-cell">
        {isRenaming.value ? (
          <RenameForm transcript={transcript} list={list} onClose={() => (isRenaming.value = false)} />
        ) : (
          <a id={`title-${id}`} href={`/t/${id}`}>
            {title}
          </a>
        )}
        {transcript.commentCount > 0 && <span class="soft small">{t.comments(transcript.commentCount)}</span>}
      </td>
      <td role="cell">
        <StatusMark status={status} />
      </td>
      <td role="cell">
        <PublicCheckbox transcript={transcript} onVisibility={acts.onVisibility} />
      </td>
      <td role="cell" class="tabular number">
        <span class="card-only">{sharingText().characters(transcript.characterCount)}</span>
        <span class="table-only">{formatNumber(transcript.characterCount)}</span>
      </td>
      <td role="cell" class="soft small">
        <RelativeTime iso={transcript.updatedAt} />
      </td>
      <td role="cell">
        <div class="row-actions">
          <LinkButton href={`/transcribe/${id}`} aria-label={t.continueOf(title)}>
            {sharingText().continue}
          </LinkButton>
          <Button aria-label={t.shareOf(title)} onClick={() => acts.onShare(transcript)}>
            {t.share}
          </Button>
          <Menu
            label={t.actionsOf(title)}
            items={[
              { label: t.rename, run: () => (isRenaming.value = true) },
              { label: t.delete, isDangerous: true, run: () => acts.onDelete(transcript) },
            ]}
          />
        </div>
      </td>
    </tr>
  );
}

type PublicCheckboxProps = Pick<ContentRowProps, 'transcript' | 'onVisibility'>;

/** 公开会议内容 (M18.8): it shows what is, so it stays unticked until the question is answered. */
function PublicCheckbox({ transcript, onVisibility }: PublicCheckboxProps): JSX.Element {
  const t = contentText();
  const isPublic = transcript.visibility === 'PUBLIC';
  return (
    <label class="tick">
      <input
        type="checkbox"
        aria-label={t.isPublicOf(transcript.title)}
        checked={isPublic}
        onChange={(event) => {
          event.currentTarget.checked = isPublic;
          onVisibility(transcript, isPublic ? 'PRIVATE' : 'PUBLIC');
        }}
      />
      <span class="card-only">{t.columns.isPublic}</span>
      <span class="small soft table-only">
        <VisibilityMark visibility={transcript.visibility} />
      </span>
    </label>
  );
}
