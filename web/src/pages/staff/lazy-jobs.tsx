import { jobsText } from '../../text/jobs.text.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

/** A section that is seldom looked at, in a chunk of its own with its text. */
export const LazyJobs = lazyPart<object>({
  load: () => import('./jobs.tsx').then((module) => module.JobsSection),
  texts: [jobsText],
  lines: 6,
});
