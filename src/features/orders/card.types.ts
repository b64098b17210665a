import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import type { CardProblem as Problem } from './card.rules.ts';

export const CardProblem: { readonly [Each in Problem]: Each } = {
  UNKNOWN: 'UNKNOWN',
  USED: 'USED',
  VOID: 'VOID',
};
registerEnumType(CardProblem, {
  name: 'CardProblem',
  description: 'Why a top-up card cannot be redeemed.',
  valuesConfig: {
    UNKNOWN: { description: 'There is no such card.' },
    USED: { description: 'It was redeemed before.' },
    VOID: { description: 'Staff voided it.' },
  },
});

/** Top-up cards that were made together. */
@ObjectType({ description: 'Top-up cards that were made together.' })
export class CardBatch {
  @Field(() => ID, { description: 'The batch’s id.' })
  id!: string;

  @Field(() => Int, { description: 'How many cards it has.' })
  count!: number;

  @Field(() => Int, { description: 'The card points on each.' })
  points!: number;

  @Field(() => String, { description: 'What staff noted; may be empty.' })
  note!: string;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'How many of its cards were redeemed.' })
  redeemedCount!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When its unused cards were voided; null: they are good.',
  })
  voidedAt!: Date | null;
}

export const CardBatchConnection = connectionOf(() => CardBatch, 'CardBatch');

@InputType({ description: 'A top-up card to redeem.' })
export class RedeemCardInput {
  @Field(() => String, { description: 'The code on the card; spaces, dashes and lower case are fine.' })
  code!: string;

  @Field(() => String, {
    description:
      'Made by the client, 8–200 characters: the same key redeems once. Another code needs another key.',
  })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The card’s points are yours.' })
export class RedeemCardSuccess {
  @Field(() => Int, { description: 'The points on the card.' })
  points!: number;

  @Field(() => Int, { description: 'Your balance right after, a debt already paid from it.' })
  balance!: number;
}

@InputType({ description: 'Top-up cards to make.' })
export class CreateCardBatchInput {
  @Field(() => Int, { description: 'How many cards, 1–1000.' })
  count!: number;

  @Field(() => Int, { description: 'The card points on each, 1–100000.' })
  points!: number;

  @Field(() => String, { nullable: true, description: 'A note for staff, at most 200 characters.' })
  note?: string | null;

  @Field(() => String, { description: 'Made by the client, 8–200 characters: the same key makes one batch.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The cards were made.' })
export class CreateCardBatchSuccess {
  @Field(() => CardBatch, { description: 'The batch.' })
  batch!: CardBatch;

  @Field(() => [String], { description: 'The codes. They are shown this once: only their hashes are kept.' })
  codes!: readonly string[];
}

@InputType({ description: 'A batch whose unused cards are to be voided.' })
export class VoidCardBatchInput {
  @Field(() => ID, { description: 'The batch.' })
  batchId!: string;
}

@ObjectType({ description: 'The unused cards of the batch are void.' })
export class VoidCardBatchSuccess {
  @Field(() => CardBatch, { description: 'The batch as it is now.' })
  batch!: CardBatch;

  @Field(() => Int, { description: 'How many cards were voided just now.' })
  voidedCount!: number;
}
