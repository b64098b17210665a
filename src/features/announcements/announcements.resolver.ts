import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs, type Page } from '../../platform/graphql/connection.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { renderMarkdown } from './announcement.markdown.ts';
import type { AnnouncementRow } from './announcement.rules.ts';
import {
  Announcement,
  AnnouncementConnection,
  EditAnnouncementInput,
  EditAnnouncementResult,
  EditAnnouncementSuccess,
  PublishAnnouncementInput,
  PublishAnnouncementResult,
  PublishAnnouncementSuccess,
  WithdrawAnnouncementInput,
  WithdrawAnnouncementSuccess,
} from './announcement.types.ts';
import { announcements } from './announcements.queries.ts';
import { editAnnouncement, publishAnnouncement, withdrawAnnouncement } from './announcements.service.ts';

/** What the house announces (M18.2), and the staff's work on it. */
@Resolver(() => Announcement)
export class AnnouncementsResolver {
  @FieldResolver(() => String, {
    description:
      'Its text as HTML that is safe to place in a page: no scripts, no images, links to the web and mail only.',
  })
  bodyHtml(@Root() announcement: AnnouncementRow): string {
    return renderMarkdown(announcement.body);
  }

  @Query(() => AnnouncementConnection, { description: 'What is announced, newest first.' })
  @Access('anyone')
  announcements(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<AnnouncementRow>> {
    return announcements(ctx, args);
  }

  @Mutation(() => PublishAnnouncementResult, { description: 'Staff only: announces something to everybody.' })
  @Access('operator')
  async publishAnnouncement(
    @Arg('input', () => PublishAnnouncementInput) input: PublishAnnouncementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PublishAnnouncementSuccess> {
    return { announcement: await publishAnnouncement(ctx, input) };
  }

  @Mutation(() => EditAnnouncementResult, {
    description: 'Staff only: changes an announcement’s words, not its date.',
  })
  @Access('operator')
  async editAnnouncement(
    @Arg('input', () => EditAnnouncementInput) input: EditAnnouncementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EditAnnouncementSuccess> {
    return { announcement: await editAnnouncement(ctx, input) };
  }

  @Mutation(() => WithdrawAnnouncementSuccess, {
    description: 'Staff only: hides an announcement. Twice is the same.',
  })
  @Access('operator')
  async withdrawAnnouncement(
    @Arg('input', () => WithdrawAnnouncementInput) input: WithdrawAnnouncementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WithdrawAnnouncementSuccess> {
    return { withdrawnId: await withdrawAnnouncement(ctx, input.id) };
  }
}
