import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';

/** What the house tells everybody. */
@ObjectType({ description: 'What the house tells everybody.' })
export class Announcement {
  @Field(() => ID, { description: 'The announcement’s id.' })
  id!: string;

  @Field(() => String, { description: 'Its title; plain text.' })
  title!: string;

  @Field(() => String, { description: 'Its text in Markdown, exactly as it was written.' })
  body!: string;

  @Field(() => Date, { description: 'When it was published; edits do not change it.' })
  publishedAt!: Date;
}

/** A page of announcements. */
export const AnnouncementConnection = connectionOf(() => Announcement, 'Announcement');

@InputType({ description: 'A new announcement.' })
export class PublishAnnouncementInput {
  @Field(() => String, { description: 'From 1 to 120 characters; plain text.' })
  title!: string;

  @Field(() => String, {
    description: 'Markdown, from 1 to 10,000 characters. HTML is shown as text; images are not loaded.',
  })
  body!: string;
}

@ObjectType({ description: 'The announcement is out.' })
export class PublishAnnouncementSuccess {
  @Field(() => Announcement, { description: 'The announcement as everybody sees it.' })
  announcement!: object;
}

export const PublishAnnouncementResult = resultUnion(
  'PublishAnnouncementResult',
  PublishAnnouncementSuccess,
  [InvalidInput],
);

@InputType({ description: 'New words for an announcement.' })
export class EditAnnouncementInput {
  @Field(() => ID, { description: 'The announcement; a withdrawn one is not found.' })
  id!: string;

  @Field(() => String, { description: 'From 1 to 120 characters; plain text.' })
  title!: string;

  @Field(() => String, {
    description: 'Markdown, from 1 to 10,000 characters. HTML is shown as text; images are not loaded.',
  })
  body!: string;
}

@ObjectType({ description: 'The announcement has its new words.' })
export class EditAnnouncementSuccess {
  @Field(() => Announcement, { description: 'The announcement as everybody sees it.' })
  announcement!: object;
}

export const EditAnnouncementResult = resultUnion('EditAnnouncementResult', EditAnnouncementSuccess, [
  InvalidInput,
]);

@InputType({ description: 'An announcement to hide.' })
export class WithdrawAnnouncementInput {
  @Field(() => ID, { description: 'The announcement.' })
  id!: string;
}

@ObjectType({ description: 'The announcement is hidden, now or since earlier.' })
export class WithdrawAnnouncementSuccess {
  @Field(() => ID, { description: 'The announcement.' })
  withdrawnId!: string;
}
