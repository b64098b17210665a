import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { ReadsAs } from '../../../platform/reading/reads.ts';
import { madeByReads } from './history.reading.ts';
import { segmentActs, type SegmentAct } from './segment-version.rules.ts';

registerEnumType(segmentActs, {
  name: 'SegmentAct',
  description: 'What an event did to a segment.',
  valuesConfig: {
    ADDED: { description: 'It was added, or brought back.' },
    REVISED: { description: 'Its words, its speaker or its mark were changed.' },
    REMOVED: { description: 'It was taken away.' },
  },
});

/** One version of a segment. */
@ObjectType({ description: 'A segment as one of its events left it.' })
export class SegmentVersion {
  @Field(() => Int, { description: 'The number of the event.' })
  seq!: number;

  @Field(() => segmentActs, { description: 'What it did.' })
  act!: SegmentAct;

  @Field(() => String, { nullable: true, description: 'Who spoke, where that was known.' })
  speaker!: string | null;

  @Field(() => String, { description: 'The text after it; empty when it was taken away.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it was checked then.' })
  isChecked!: boolean;

  @Field(() => String, { description: 'Who did it, by the name of today.' })
  @ReadsAs(madeByReads)
  madeBy!: string;

  @Field(() => Date, { description: 'When.' })
  madeAt!: Date;
}

/** A page of versions. */
export const SegmentVersionConnection = connectionOf(() => SegmentVersion, 'SegmentVersion');

/** A transcript's text at a number. */
@ObjectType({ description: 'A transcript’s text as it was at a number of its log.' })
export class TranscriptAsOf {
  @Field(() => Int, { description: 'The number.' })
  seq!: number;

  @Field(() => Date, { nullable: true, description: 'When that number was taken; null for 0.' })
  at!: Date | null;
}
