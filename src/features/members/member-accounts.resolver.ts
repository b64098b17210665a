import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs, pageRequest } from '../../platform/graphql/connection.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { checkText, isId } from '../../platform/text/text.rules.ts';
import { memberAccountPage, memberAccountsByIds } from './member-accounts.queries.ts';
import { MemberAccount, MemberAccountConnection, type MemberAccountPage } from './member.types.ts';

@ArgsType()
class MemberAccountsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Only members whose username or display name contains this; at most 100 characters.',
  })
  search?: string | null;
}

const searchRule = { name: { zh: '搜索内容', en: 'The search' }, min: 0, max: 100 };

/** The members as staff see them. */
@Resolver()
export class MemberAccountsResolver {
  @Query(() => MemberAccountConnection, { description: 'All members, the newest first; for operators.' })
  @Access('operator')
  async memberAccounts(
    @Args(() => MemberAccountsArgs) args: MemberAccountsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<MemberAccountPage> {
    const search = checkText('search', args.search ?? '', searchRule).trim();
    return memberAccountPage(ctx, pageRequest(args), search || null);
  }

  @Query(() => MemberAccount, {
    nullable: true,
    description: 'A member by id, null when there is none; for operators.',
  })
  @Access('operator')
  async memberAccount(
    @Arg('id', () => ID, { description: 'The member.' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<MemberAccount | null> {
    if (!isId(id)) return null;
    const [account] = await memberAccountsByIds(ctx, [id.toLowerCase()]);
    return account ?? null;
  }
}
