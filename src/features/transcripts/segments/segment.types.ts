import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';

/** A piece of what was said. */
@ObjectType({ description: 'A piece of what was said.' })
export class Segment {
  @Field(() => ID, { description: 'Made by the client that typed it (UUIDv7).' })
  id!: string;

  @Field(() => Int, { description: 'The number of the event that brought it.' })
  seq!: number;

  @Field(() => String, {
    description: 'Segments stand in the order of their positions, compared as bytes.',
  })
  position!: string;

  @Field(() => String, { nullable: true, description: 'Who spoke, where that is known.' })
  speaker!: string | null;

  @Field(() => String, { description: 'What was said, exactly as it was typed.' })
  text!: string;

  @Field(() => Int, { description: 'When it began, in milliseconds from the beginning of the meeting.' })
  startedMs!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'When it ended, in milliseconds from the beginning of the meeting.',
  })
  endedMs!: number | null;

  @Field(() => Int, { description: 'Counts its versions from 1; a revision names the one it was made on.' })
  revision!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When the second writer (副打) checked it; null until then.',
  })
  checkedAt!: Date | null;

  @Field(() => Date, { description: 'When it was committed.' })
  createdAt!: Date;
}

/** A page of segments. */
export const SegmentConnection = connectionOf(() => Segment, 'Segment');
