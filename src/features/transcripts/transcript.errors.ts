import { Field, Int, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';
import { Segment } from './segments/segment.types.ts';
import type { SegmentRow } from './transcript-states.rules.ts';

/** Going live needs at least one card point. */
@ObjectType({ implements: UserError, description: 'Going live needs at least one card point.' })
export class InsufficientPoints extends UserFailure implements UserError {
  @Field(() => Int, { description: 'The card points that the transcript’s owner has left.' })
  readonly balance: number;

  constructor(balance: number, isOwners = true) {
    super(
      isOwners
        ? {
            zh: '你的会员卡点已不足，请先充值再开始速录。',
            en: 'You have no card points left. Please top up before going live.',
          }
        : {
            zh: '这份速录由主人付费，主人的会员卡点已不足。请主人充值后再开始。',
            en: 'The owner pays for this transcript and has no card points left. Ask the owner to top up first.',
          },
    );
    this.balance = balance;
  }
}

/** The transcript is not live. */
@ObjectType({ implements: UserError, description: 'The transcript is not live; start it first.' })
export class TranscriptNotLive extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '速录尚未开始或已经结束。请先点“开始速录”。',
      en: 'This transcript is not live. Start it first.',
    });
  }
}

/** A revision was made on an old base; nothing changed. */
@ObjectType({
  implements: UserError,
  description: 'The revision was made on an old base; nothing changed, and this is what stands now.',
})
export class SegmentConflict extends UserFailure implements UserError {
  @Field(() => Segment, { description: 'What stands now.' })
  readonly current: SegmentRow;

  constructor(current: SegmentRow) {
    super({
      zh: '这一段刚被改过，你的修改未保存。请对照现在的文字再改。',
      en: 'This passage was changed meanwhile, so yours was not saved. Compare with what stands now.',
    });
    this.current = current;
  }
}
