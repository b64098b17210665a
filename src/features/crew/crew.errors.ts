import { Field, Int, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';
import { crewMax } from './crew.rules.ts';

/** Nobody has this username. */
@ObjectType({ implements: UserError, description: 'Nobody has this username.' })
export class NoSuchMember extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '没有这个用户名的会员。请让对方把“账号设置”里的用户名发给你。',
      en: 'No member has this username. Ask them for the one in their account settings.',
    });
  }
}

/** A transcript has so many places for each part, and no more. */
@ObjectType({ implements: UserError, description: 'All places of this part are taken.' })
export class CrewFull extends UserFailure implements UserError {
  @Field(() => Int, { description: 'How many there are.' })
  readonly places: number = crewMax;

  constructor() {
    super({
      zh: `每份速录最多邀请 ${crewMax} 名速录员、${crewMax} 名组织者。请先移出一位。`,
      en: `A transcript can have ${crewMax} writers and ${crewMax} organisers besides its owner. Remove somebody first.`,
    });
  }
}
