import './jobs.css';

import type { JSX } from 'preact';

import { RunJobNowDocument, StaffJobsDocument } from '../../api/generated/jobs.ts';
import type { StaffJobsQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { formatDateTime } from '../../text/format.ts';
import { jobsText } from '../../text/jobs.text.ts';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';
import { Record } from './record.tsx';
import { useRefresh } from './use-refresh.ts';

type Job = StaffJobsQuery['jobs'][number];

/** What the house does by itself: when it last did, when it does next, what went wrong. */
export function JobsSection(): JSX.Element {
  const t = jobsText();
  const { state, reload } = useQuery(StaffJobsDocument, {});
  useRefresh(reload);
  const { result, error } = state.value;
  return (
    <>
      <PageHeading title={t.title}>
        <Button onClick={reload}>{staffText().refresh}</Button>
      </PageHeading>
      <p class="soft prose">{t.intro}</p>
      {error !== undefined && <ErrorState error={error} onRetry={reload} />}
      {result === undefined && error === undefined && <Skeleton lines={6} />}
      {result !== undefined && (
        <ul class="plain-list records panel" aria-label={t.title}>
          {result.jobs.map((job) => (
            <JobLine key={job.name} job={job} onAsked={reload} />
          ))}
        </ul>
      )}
    </>
  );
}

const looks: Readonly<Record<Job['standing'], string>> = {
  IDLE: 'chip',
  WAITING: 'chip',
  RUNNING: 'chip good',
  RETRYING: 'chip warn',
  FAILED: 'chip bad',
};

function JobLine({ job, onAsked }: { readonly job: Job; readonly onAsked: () => void }): JSX.Element {
  const t = jobsText();
  const run = useAction(async () => {
    await request(RunJobNowDocument, { input: { name: job.name } });
    showToast({ text: t.asked(job.title) });
    onAsked();
  });
  // What is done on order alone has nothing to do out of its time but what had failed.
  const isOnOrder = job.everySeconds === null;
  const hasRun = !isOnOrder || job.failedCount + job.retryingCount > 0;
  return (
    <Record
      title={job.title}
      about={<JobAbout job={job} fault={run.fault.value} />}
      facts={factsOf(job)}
      actions={
        hasRun && (
          <Button
            isBusy={run.isBusy.value}
            onClick={() => run.run()}
            aria-label={isOnOrder ? t.againLabel(job.title) : t.runLabel(job.title)}
          >
            {isOnOrder ? t.again : t.run}
          </Button>
        )
      }
    />
  );
}

function JobAbout({ job, fault }: { readonly job: Job; readonly fault: string | undefined }): JSX.Element {
  const t = jobsText();
  const { standing, progress, lastError, waitingCount, retryingCount, failedCount } = job;
  return (
    <>
      <span class={looks[standing]}>{t.standing[standing]}</span>
      {progress !== null && (
        <span class="row">
          <progress
            max={progress.total}
            value={progress.done}
            aria-label={t.progress(progress.done, progress.total)}
          />
          {t.progress(progress.done, progress.total)}
        </span>
      )}
      {waitingCount > 0 && <span>{t.waiting(waitingCount)}</span>}
      {retryingCount > 0 && <span>{t.retrying(retryingCount)}</span>}
      {failedCount > 0 && <span>{t.failed(failedCount)}</span>}
      {lastError !== null && <span class="job-error">{t.error(lastError)}</span>}
      {fault !== undefined && <span role="alert">{fault}</span>}
    </>
  );
}

function factsOf(job: Job): readonly (readonly [string, string])[] {
  const t = jobsText();
  const { everySeconds, runningSince, lastFinishedAt, nextRunAt } = job;
  const now: readonly [string, string] =
    runningSince === null
      ? [t.next, nextRunAt === null ? t.nothingOrdered : formatDateTime(nextRunAt)]
      : [t.since, formatDateTime(runningSince)];
  return [
    [t.rhythm, everySeconds === null ? t.onOrder : t.every(everySeconds)],
    [t.last, lastFinishedAt === null ? t.never : formatDateTime(lastFinishedAt)],
    now,
  ];
}
