import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { RunTiersDocument, TierRunsDocument } from '../../../api/generated/programme-editor.ts';
import { request } from '../../../api/server.ts';
import { formatDateTime } from '../../../text/format.ts';
import { programmeText } from '../../../text/programme.text.ts';
import { Button } from '../../../ui/button.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useQuery } from '../../../ui/use-query.ts';

/** How often a run that is under way is looked at. */
const lookMs = 1_500;

/** A run over all members: begun here, done by the server, its progress shown. */
export function TierRuns(): JSX.Element {
  const t = programmeText();
  const { state, reload } = useQuery(TierRunsDocument, {});
  const runs = state.value.result?.tierRuns;
  const open = runs?.find(({ finishedAt }) => finishedAt == null);
  const last = runs?.find(({ finishedAt }) => finishedAt != null);
  const isOpen = open !== undefined;
  const begin = useAction(async () => {
    await request(RunTiersDocument, {});
    reload();
  });
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(reload, lookMs);
    return () => clearInterval(timer);
  }, [isOpen]);
  return (
    <section class="panel stack-tight" aria-labelledby="tier-runs">
      <h2 id="tier-runs">{t.runs}</h2>
      <p>{t.runsText}</p>
      {open !== undefined && (
        <p>
          <progress value={open.done} max={Math.max(1, open.total)} aria-label={t.runs} />{' '}
          {t.progress(open.done, open.total)}
        </p>
      )}
      <p class="soft small" role="status">
        {runs !== undefined &&
          (last?.finishedAt == null
            ? t.neverRun
            : t.lastRun(formatDateTime(last.finishedAt), last.done, last.changed))}
      </p>
      {begin.fault.value !== undefined && <p role="alert">{begin.fault.value}</p>}
      <div class="row">
        <Button isBusy={begin.isBusy.value || isOpen} onClick={() => begin.run()}>
          {t.run}
        </Button>
      </div>
    </section>
  );
}
