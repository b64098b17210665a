import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Where a job stands. */
export const JobStanding = {
  IDLE: 'IDLE',
  WAITING: 'WAITING',
  RUNNING: 'RUNNING',
  RETRYING: 'RETRYING',
  FAILED: 'FAILED',
} as const;
export type JobStanding = keyof typeof JobStanding;
registerEnumType(JobStanding, {
  name: 'JobStanding',
  description: 'Where a job stands.',
  valuesConfig: {
    IDLE: { description: 'Nothing is to be done now.' },
    WAITING: { description: 'Something is due and waits for a node.' },
    RUNNING: { description: 'A node is at it.' },
    RETRYING: { description: 'It failed and is tried again by itself.' },
    FAILED: { description: 'It failed too often, or the last time: somebody should look.' },
  },
});

@ObjectType({ description: 'How far a running job is.' })
export class JobProgress {
  @Field(() => Int, { description: 'What is done.' })
  done!: number;

  @Field(() => Int, { description: 'What there is to do in all.' })
  total!: number;
}

/** Work that the house does by itself. */
@ObjectType({ description: 'Work that the house does by itself: in time, or because an act ordered it.' })
export class Job {
  @Field(() => ID, { description: 'Its name, for `runJobNow`.' })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How often it is due, in seconds; null where acts order it.',
  })
  everySeconds!: number | null;

  @Field(() => JobStanding, { description: 'Where it stands.' })
  standing!: JobStanding;

  @Field(() => Date, { nullable: true, description: 'Since when a node is at it; null while none is.' })
  runningSince!: Date | null;

  @Field(() => JobProgress, {
    nullable: true,
    description: 'How far the running one is; null where it does not tell.',
  })
  progress!: JobProgress | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it last came to an end; null when that is not known any more.',
  })
  lastFinishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the last failure said; null when it succeeded after that.',
  })
  lastError!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it is due next; null while nothing is ordered.' })
  nextRunAt!: Date | null;

  @Field(() => Int, { description: 'How many orders are due and wait.' })
  waitingCount!: number;

  @Field(() => Int, { description: 'How many failed and are tried again.' })
  retryingCount!: number;

  @Field(() => Int, { description: 'How many orders failed too often; `runJobNow` gives them once more.' })
  failedCount!: number;
}

@InputType({ description: 'A job to run.' })
export class RunJobNowInput {
  @Field(() => ID, { description: 'The job’s name.' })
  name!: string;
}

@ObjectType({ description: 'The job runs as soon as a node is free.' })
export class RunJobNowSuccess {
  @Field(() => Job, { description: 'The job as it stands now.' })
  job!: object;
}
