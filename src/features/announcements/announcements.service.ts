import { v7 } from 'uuid';
import { requireOperator } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { AnnouncementEntity } from './announcement.entity.ts';
import { checkWords, type AnnouncementRow, type AnnouncementWords } from './announcement.rules.ts';
import { announcementsByIds } from './announcements.queries.ts';

/** Announces something to everybody, and tells the pages that are open. Operators only; throws InvalidInput. */
export async function publishAnnouncement(ctx: Context, input: AnnouncementWords): Promise<AnnouncementRow> {
  const author = requireOperator(ctx);
  const announcement = { id: v7(), ...checkWords(input), publishedAt: ctx.clock.now() };
  return unitOfWork(ctx, async (unit) => {
    await unit.em.insert(AnnouncementEntity, { ...announcement, authorId: author.id, withdrawnAt: null });
    const topic = { name: 'announcements', id: 'all' } as const;
    unit.announce(topic, { kind: 'ANNOUNCEMENT_PUBLISHED', announcementId: announcement.id });
    return announcement;
  });
}

/** Changes an announcement's words; its date stays. Operators only; throws NOT_FOUND, InvalidInput. */
export async function editAnnouncement(
  ctx: Context,
  { id, ...input }: AnnouncementWords & { readonly id: string },
): Promise<AnnouncementRow> {
  requireOperator(ctx);
  const words = checkWords(input);
  if (!isId(id)) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    await unit.em.nativeUpdate(AnnouncementEntity, { id, withdrawnAt: null }, words);
    const [edited] = await announcementsByIds(unit, [id]);
    if (!edited) throw notFound();
    return edited;
  });
}

/** Hides an announcement from everybody; doing it twice is the same. Operators only; throws NOT_FOUND. */
export async function withdrawAnnouncement(ctx: Context, id: string): Promise<string> {
  requireOperator(ctx);
  if (!isId(id)) throw notFound();
  return unitOfWork(ctx, async (unit) => {
    const changed = { withdrawnAt: ctx.clock.now() };
    await unit.em.nativeUpdate(AnnouncementEntity, { id, withdrawnAt: null }, changed);
    const known = await unit.em.count(AnnouncementEntity, { id });
    if (known === 0) throw notFound();
    return id.toLowerCase();
  });
}
