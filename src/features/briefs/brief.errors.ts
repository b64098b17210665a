import { Field, Int, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';

/** A dictionary has an end, so that it can be kept whole in every writer's browser. */
@ObjectType({
  implements: UserError,
  description: 'The dictionary would hold more than it can; nothing of this save was kept.',
})
export class BriefDictionaryFull extends UserFailure implements UserError {
  @Field(() => Int, { description: 'How many entries a dictionary holds at most.' })
  readonly entriesMax: number;

  constructor(entriesMax: number) {
    super({
      zh: `一本词库最多 ${entriesMax} 条，这次保存会超出，未做任何更改。`,
      en: `A dictionary holds at most ${entriesMax} entries. This save would be more, and changed nothing.`,
    });
    this.entriesMax = entriesMax;
  }
}
