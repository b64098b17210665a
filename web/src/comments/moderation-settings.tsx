import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import {
  SetCommentModeDocument,
  SetCommentWordsDocument,
  UnbanCommenterDocument,
} from '../api/generated/moderation.ts';
import type { CommentMode } from '../api/generated/types.ts';
import { request } from '../api/server.ts';
import { commonText } from '../text/common.text.ts';
import { moderationText } from '../text/moderation.text.ts';
import { Button } from '../ui/button.tsx';
import { textOf } from '../ui/form-fields.ts';
import { useAction } from '../ui/use-action.ts';
import type { Moderated } from './moderation.tsx';

interface SettingsProps {
  readonly transcriptId: string;
  readonly moderated: Moderated;
  readonly onDone: () => void;
}

const modes = ['OPEN', 'REVIEWED', 'CLOSED'] as const satisfies readonly CommentMode[];

/** Who may comment, which words make a comment wait, and who may not comment any more. */
export function ModerationSettings(props: SettingsProps): JSX.Element {
  return (
    <>
      <Mode {...props} />
      <Words {...props} />
      <Bans {...props} />
    </>
  );
}

function Mode({ transcriptId, moderated, onDone }: SettingsProps): JSX.Element {
  const t = moderationText();
  const name = useId();
  const set = useAction(async (mode: CommentMode) => {
    await request(SetCommentModeDocument, { input: { transcriptId, mode } });
    onDone();
  });
  return (
    <fieldset class="stack-tight">
      <legend>{t.mode}</legend>
      {modes.map((mode) => (
        <label key={mode} class="row">
          <input
            type="radio"
            name={name}
            checked={moderated.commentMode === mode}
            onChange={() => set.run(mode)}
          />
          <span>
            {t.modes[mode].name} <span class="soft small">{t.modes[mode].text}</span>
          </span>
        </label>
      ))}
      {set.fault.value !== undefined && <p role="alert">{set.fault.value}</p>}
    </fieldset>
  );
}

function Words({ transcriptId, moderated, onDone }: SettingsProps): JSX.Element {
  const t = moderationText();
  const told = useSignal<string | undefined>(undefined);
  const save = useAction(async (words: readonly string[]) => {
    const { setCommentWords: result } = await request(SetCommentWordsDocument, {
      input: { transcriptId, words },
    });
    told.value =
      result.__typename === 'SetCommentWordsSuccess' ? t.wordsSaved(result.words.length) : result.message;
    onDone();
  });
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        save.run(textOf(event.currentTarget, 'words').split(/[\n,，、;；]/u));
      }}
    >
      <label class="stack-tight">
        {t.words}
        <span class="soft small">{t.wordsHint}</span>
        <textarea
          class="bare"
          name="words"
          rows={3}
          defaultValue={(moderated.commentWords ?? []).join('\n')}
        />
      </label>
      <div class="row">
        <Button type="submit" isBusy={save.isBusy.value}>
          {commonText().save}
        </Button>
        <span class="small" role="status">
          {save.fault.value ?? told.value}
        </span>
      </div>
    </form>
  );
}

function Bans({ moderated, onDone }: SettingsProps): JSX.Element | null {
  const t = moderationText();
  const unban = useAction(async (id: string) => {
    await request(UnbanCommenterDocument, { input: { id } });
    onDone();
  });
  const bans = moderated.commentBans.edges;
  if (bans.length === 0) return null;
  return (
    <section class="stack-tight" aria-label={t.bans}>
      <h2>{t.bans}</h2>
      <ul class="plain-list">
        {bans.map(({ node }) => (
          <li key={node.id} class="row row-between">
            <span dir="auto">{node.banned.displayName}</span>
            <Button isBusy={unban.isBusy.value} onClick={() => unban.run(node.id)}>
              {t.unban}
            </Button>
          </li>
        ))}
      </ul>
      {unban.fault.value !== undefined && <p role="alert">{unban.fault.value}</p>}
    </section>
  );
}
