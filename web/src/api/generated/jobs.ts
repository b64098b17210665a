// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const StaffJobsDocument = "query StaffJobs{jobs{...JobFields}}fragment JobFields on Job{name title everySeconds standing runningSince progress{done total}lastFinishedAt lastError nextRunAt waitingCount retryingCount failedCount}" as TypedDocument<T.StaffJobsQuery, T.StaffJobsQueryVariables>;

export const RunJobNowDocument = "mutation RunJobNow($input:RunJobNowInput!){runJobNow(input:$input){job{...JobFields}}}fragment JobFields on Job{name title everySeconds standing runningSince progress{done total}lastFinishedAt lastError nextRunAt waitingCount retryingCount failedCount}" as TypedDocument<T.RunJobNowMutation, T.RunJobNowMutationVariables>;
