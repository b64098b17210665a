import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { BriefDictionaryFull } from './brief.errors.ts';

@ObjectType({ description: 'A brief (略码): a short code, and the text that it stands for.' })
export class BriefEntry {
  @Field(() => String, { description: 'The code as it was given; width and letter case make no other code.' })
  code!: string;

  @Field(() => String, { description: 'What it stands for.' })
  text!: string;

  @Field(() => String, { description: 'A note for the writer; may be empty.' })
  note!: string;
}

export const BriefEntryConnection = connectionOf(() => BriefEntry, 'BriefEntry');

@ObjectType({ description: 'A page of what changed in a dictionary.' })
export class BriefChanges {
  @Field(() => Int, {
    description:
      'The dictionary’s revision in the moment of this page; yours, once you have read the last page.',
  })
  revision!: number;

  @Field(() => Int, {
    description:
      'Removals are told from this revision on: with an older one, or one that was passed while reading, begin from nothing.',
  })
  completeFrom!: number;

  @Field(() => [BriefEntry], {
    description: 'Entries that are new or changed; at most 2,000 with the removed ones.',
  })
  put!: readonly BriefEntry[];

  @Field(() => [String], { description: 'Codes that were removed.' })
  removed!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Give it as `after` for the next page; null on the last.',
  })
  cursor!: string | null;
}

@ObjectType({
  description: 'A dictionary of briefs: a member’s own, or a transcript’s, shared by its writers.',
})
export class BriefDictionary {
  @Field(() => Int, { description: 'Rises with every change; 0 while nothing was ever put into it.' })
  revision!: number;

  @Field(() => Int, { description: 'How many entries it holds; at most 20,000.' })
  entryCount!: number;
}

@ArgsType()
export class BriefEntryArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Only entries whose code, text or note contains this, in any letter case; at most 100 characters.',
  })
  search?: string | null;
}

@ArgsType()
export class BriefChangesArgs {
  @Field(() => Int, {
    defaultValue: 0,
    description: 'The revision that you have; 0 for the whole dictionary.',
  })
  since!: number;

  @Field(() => String, { nullable: true, description: 'The cursor of the page before.' })
  after?: string | null;
}

@InputType({ description: 'A brief to put into a dictionary.' })
export class BriefEntryInput {
  @Field(() => String, {
    description: 'From 1 to 40 visible ASCII characters; full-width ones count as theirs.',
  })
  code!: string;

  @Field(() => String, { description: 'From 1 to 400 characters, on one line.' })
  text!: string;

  @Field(() => String, { defaultValue: '', description: 'At most 200 characters.' })
  note!: string;
}

@InputType({ description: 'Changes of one dictionary, all or nothing.' })
export class SaveBriefsInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The transcript whose dictionary it is; null for your own.',
  })
  transcriptId?: string | null;

  @Field(() => [BriefEntryInput], {
    defaultValue: [],
    description: 'What is to stand in it, new or in place of the same code; at most 1,000, each code once.',
  })
  put!: BriefEntryInput[];

  @Field(() => [String], {
    defaultValue: [],
    description: 'Codes to remove, at most 1,000; what is not there is no fault, and what is also put stays.',
  })
  remove!: string[];
}

@ObjectType({ description: 'The changes stand.' })
export class SaveBriefsSuccess {
  @Field(() => BriefDictionary, { description: 'The dictionary after them.' })
  dictionary!: object;

  @Field(() => Int, { description: 'How many entries are other than before; 0 for a retry.' })
  changedCount!: number;
}

export const SaveBriefsResult = resultUnion('SaveBriefsResult', SaveBriefsSuccess, [
  InvalidInput,
  BriefDictionaryFull,
]);

@ObjectType({
  description: 'A dictionary changed. A hint: read its changes since the revision that you have.',
})
export class BriefsChanged {
  @Field(() => Int, { description: 'The revision that it has now.' })
  revision!: number;
}
