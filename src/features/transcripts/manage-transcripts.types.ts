import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, ItemFailure } from '../../platform/graphql/user-error.ts';
import { visibilities, type Visibility } from './transcript-states.rules.ts';
import { Transcript } from './transcript.types.ts';

@InputType({ description: 'A new transcript.' })
export class CreateTranscriptInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client, so that a retry makes no second one.',
  })
  id?: string | null;

  @Field(() => String, { description: '1–200 characters.' })
  title!: string;

  @Field(() => visibilities, { description: 'Who may read it besides you.' })
  visibility!: Visibility;

  @Field(() => String, {
    nullable: true,
    description: '6–64 characters. Absent: your default view password, if you have one.',
  })
  viewPassword?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Make a view password and hand it back once.',
  })
  generateViewPassword!: boolean;
}

@ObjectType({ description: 'The transcript was made.' })
export class CreateTranscriptSuccess {
  @Field(() => Transcript, { description: 'The new transcript.' })
  transcript!: object;

  @Field(() => String, { nullable: true, description: 'The generated view password; shown this once.' })
  viewPassword!: string | null;
}

@InputType({ description: 'Another title for a transcript.' })
export class RenameTranscriptInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => String, { description: '1–200 characters.' })
  title!: string;
}

@ObjectType({ description: 'The transcript has its new title.' })
export class RenameTranscriptSuccess {
  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;
}

@InputType({ description: 'Another visibility for a transcript.' })
export class SetVisibilityInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => visibilities, { description: 'Who may read it besides you.' })
  visibility!: Visibility;
}

@ObjectType({
  description: 'The transcript has its new visibility; readers who lost the right have been sent away.',
})
export class SetVisibilitySuccess {
  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;
}

@InputType({ description: 'Another view password for a transcript.' })
export class SetViewPasswordInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => String, {
    nullable: true,
    description: '6–64 characters. Absent: one is made and handed back once.',
  })
  viewPassword?: string | null;
}

@ObjectType({ description: 'The view password was changed; every grant of the old one has ended.' })
export class SetViewPasswordSuccess {
  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;

  @Field(() => Int, { description: 'How many viewers’ grants ended.' })
  viewersSignedOut!: number;

  @Field(() => String, { nullable: true, description: 'The generated view password; shown this once.' })
  viewPassword!: string | null;
}

@InputType({ description: 'Transcripts for the bin.' })
export class DeleteTranscriptsInput {
  @Field(() => [ID], { description: '1–100 ids.' })
  ids!: string[];
}

@ObjectType({ description: 'The batch was worked through, item by item.' })
export class DeleteTranscriptsSuccess {
  @Field(() => [ID], { description: 'What is in the bin now.' })
  deletedIds!: readonly string[];

  @Field(() => [ItemFailure], { description: 'What could not be deleted, and why.' })
  failures!: readonly ItemFailure[];
}

@InputType({ description: 'Transcripts to take back out of the bin.' })
export class RestoreTranscriptsInput {
  @Field(() => [ID], { description: '1–100 ids.' })
  ids!: string[];
}

@ObjectType({ description: 'The batch was worked through, item by item.' })
export class RestoreTranscriptsSuccess {
  @Field(() => [ID], { description: 'What is out of the bin now.' })
  restoredIds!: readonly string[];

  @Field(() => [ItemFailure], { description: 'What could not be restored, and why.' })
  failures!: readonly ItemFailure[];
}

@InputType({ description: 'Transcripts in the bin to delete for ever.' })
export class PurgeTranscriptsInput {
  @Field(() => [ID], { description: '1–100 ids.' })
  ids!: string[];
}

@ObjectType({ description: 'The batch was worked through, item by item.' })
export class PurgeTranscriptsSuccess {
  @Field(() => [ID], { description: 'What is gone for ever.' })
  purgedIds!: readonly string[];

  @Field(() => [ItemFailure], { description: 'What could not be deleted, and why.' })
  failures!: readonly ItemFailure[];
}

@InputType({
  description:
    'A text to make a transcript of: plain or Markdown, with speakers and times where it has them.',
})
export class ImportTranscriptInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client, so that a retry makes no second one.',
  })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Absent: the text’s own title, or its first words.' })
  title?: string | null;

  @Field(() => String, { description: 'At most 500,000 characters.' })
  source!: string;

  @Field(() => visibilities, { description: 'Who may read it besides you.' })
  visibility!: Visibility;
}

@ObjectType({ description: 'The text is a transcript now.' })
export class ImportTranscriptSuccess {
  @Field(() => Transcript, { description: 'The new transcript.' })
  transcript!: object;

  @Field(() => Int, { description: 'How many segments were found.' })
  segmentCount!: number;
}

export const CreateTranscriptResult = resultUnion('CreateTranscriptResult', CreateTranscriptSuccess, [
  InvalidInput,
]);
export const RenameTranscriptResult = resultUnion('RenameTranscriptResult', RenameTranscriptSuccess, [
  InvalidInput,
]);
export const SetVisibilityResult = resultUnion('SetVisibilityResult', SetVisibilitySuccess, [InvalidInput]);
export const SetViewPasswordResult = resultUnion('SetViewPasswordResult', SetViewPasswordSuccess, [
  InvalidInput,
]);
export const DeleteTranscriptsResult = resultUnion('DeleteTranscriptsResult', DeleteTranscriptsSuccess, [
  InvalidInput,
]);
export const RestoreTranscriptsResult = resultUnion('RestoreTranscriptsResult', RestoreTranscriptsSuccess, [
  InvalidInput,
]);
export const PurgeTranscriptsResult = resultUnion('PurgeTranscriptsResult', PurgeTranscriptsSuccess, [
  InvalidInput,
]);
export const ImportTranscriptResult = resultUnion('ImportTranscriptResult', ImportTranscriptSuccess, [
  InvalidInput,
]);
