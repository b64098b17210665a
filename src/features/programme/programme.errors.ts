import { Field, Int, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';
import type { Contradiction } from './programme-contradictions.rules.ts';

/** Its reason comes from a resolver. */
@ObjectType({ description: 'Figures that cannot stand together.' })
export class ProgrammeContradiction {
  @Field(() => [String], { description: 'The keys of the figures that it is about.' })
  keys!: readonly string[];
}

/** The rules contradict each other; all reasons at once. */
@ObjectType({
  implements: UserError,
  description: 'These rules contradict each other; nothing was saved. All the reasons are named together.',
})
export class ProgrammeContradictory extends UserFailure implements UserError {
  @Field(() => [ProgrammeContradiction], { description: 'Everything that cannot stand together.' })
  readonly contradictions: readonly Contradiction[];

  constructor(found: readonly Contradiction[]) {
    super({
      zh: `有 ${found.length} 处规则互相矛盾，没有保存。`,
      en: `${found.length === 1 ? 'One thing contradicts another' : `${found.length} things contradict each other`}; nothing was saved.`,
    });
    this.contradictions = found;
  }
}

/** Somebody saved another version meanwhile. */
@ObjectType({
  implements: UserError,
  description: 'Somebody has saved a newer version of the rules meanwhile; nothing was saved.',
})
export class ProgrammeMovedOn extends UserFailure implements UserError {
  @Field(() => Int, { description: 'The newest version by now.' })
  readonly newestVersion: number;

  constructor(newestVersion: number) {
    super({
      zh: `规则已被其他人更新到第 ${newestVersion} 版，你的修改没有保存。请刷新后重做。`,
      en: `Somebody else has saved version ${newestVersion} meanwhile, so your changes were not saved. Reload and make them again.`,
    });
    this.newestVersion = newestVersion;
  }
}
