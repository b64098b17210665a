import { found, type Finding } from '../../platform/reading/one.ts';
import { newestFirst, pageOf } from '../../platform/reading/pages.ts';
import {
  and,
  choose,
  column,
  constant,
  isNull,
  lookedUp,
  not,
  nothing,
  ofViewer,
  or,
  orElse,
  viewerId,
  viewerIs,
  type Condition,
  type Expression,
} from '../../platform/reading/expressions.ts';
import { composed, value } from '../../platform/reading/reads.ts';
import {
  all,
  columnAt,
  fragmentAt,
  type Fragment,
  type Place,
  type Written,
} from '../../platform/reading/source.ts';
import { valueOf } from '../../platform/reading/statement.ts';
import { containing } from '../../platform/database/sql.ts';
import type { PageArgs, PageBothWaysArgs } from '../../platform/graphql/connection.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { memberName } from '../members/index.ts';
import {
  commentable,
  guestKey,
  owned,
  readable,
  viewedByPassword,
  viewerGrantFor,
  worked,
  writable,
} from './transcript.access.ts';
import { byPosition } from './segments/segment.reading.ts';
import { checkSearch } from './transcript.rules.ts';
import { segments, transcripts } from './transcript.source.ts';
import type { SegmentRow, TranscriptRow, TranscriptStatus, Visibility } from './transcript-states.rules.ts';

// How what the API tells of transcripts is read: each field once, for resolvers and for whole queries alike.

/** How a transcript's owner appears to its readers. */
export const ownerReads = composed<TranscriptRow>({
  displayName: orElse(lookedUp(column<TranscriptRow, 'ownerId'>('ownerId'), memberName), ''),
  kind: constant('OWNER'),
});

/** Who has the lead: the owner until another writer took it. */
export const leadWriterReads = composed<TranscriptRow>({
  displayName: orElse(
    lookedUp(
      choose<TranscriptRow, string | null>(
        isNull<TranscriptRow>('leadWriterId'),
        column<TranscriptRow, 'ownerId'>('ownerId'),
        column<TranscriptRow, 'leadWriterId'>('leadWriterId'),
      ),
      memberName,
    ),
    '',
  ),
  kind: choose<TranscriptRow, string>(
    isNull<TranscriptRow>('leadWriterId'),
    constant('OWNER'),
    constant('MEMBER'),
  ),
});

/** What only the owner is told; nothing to everybody else. */
const toItsOwner = <Value>(told: Expression<TranscriptRow, Value>): Expression<TranscriptRow, Value | null> =>
  choose<TranscriptRow, Value | null>(owned, told, nothing);

export const viewerIsOwnerReads = value(owned);
export const viewerCanWriteReads = value(writable);
export const viewerIsCrewReads = value(worked);
export const viewerCanCommentReads = value(commentable);

export const shareCodeReads = value(toItsOwner(column<TranscriptRow, 'shareCode'>('shareCode')));
export const viewPasswordSetReads = value(toItsOwner(not(isNull<TranscriptRow>('viewPasswordHash'))));

/** Who has both an account and the view password speaks under the name given at the door, save on their own. */
const speaksAsMember: Condition<TranscriptRow> = and<TranscriptRow>(
  viewerIs(({ actor }) => actor.member !== null),
  or<TranscriptRow>(owned, not(viewedByPassword)),
);

const nicknameHere: Expression<TranscriptRow, string | null> = {
  isPersonal: true,
  write(place) {
    const { statement } = place;
    const names = statement.ctx.actor.grants.map(({ transcriptId, nickname }) => [transcriptId, nickname]);
    return `(${statement.value(JSON.stringify(Object.fromEntries(names)), 'jsonb')} ->> ${columnAt(place, 'id')}::text)`;
  },
  of: ({ id }, ctx) => viewerGrantFor(ctx, id)?.nickname ?? null,
};

/** The name under which the viewer comments. */
export const viewerNameReads = value<TranscriptRow>(
  choose<TranscriptRow, string | null>(
    speaksAsMember,
    lookedUp(ofViewer(viewerId), memberName),
    nicknameHere,
  ),
);

/** As whom the viewer comments, in one word: what is unsent is kept and sent under it. */
const viewerKey: Expression<TranscriptRow, string | null> = {
  isPersonal: true,
  write(place) {
    const member = place.statement.value(viewerId.of(place.statement.ctx), 'text');
    return `case when ${speaksAsMember.write(place)} then ${member} else '${guestKey('')}' || ${nicknameHere.write(place)} end`;
  },
  async of(row, ctx) {
    if (speaksAsMember.of(row, ctx)) return viewerId.of(ctx);
    const nickname = await nicknameHere.of(row, ctx);
    return nickname === null ? null : guestKey(nickname);
  },
};
export const viewerKeyReads = value<TranscriptRow>(viewerKey);

/** A transcript by its id, if the viewer may read it. */
export const transcriptReads = found<TranscriptRow, { readonly id: string }>({
  source: transcripts,
  where: ({ id }, finding) =>
    isId(id)
      ? all(
          finding.at`@.id = ${valueOf(id, 'uuid')}`,
          readable(finding, finding.ctx, finding.ctx.clock.now()),
        )
      : null,
});

/** Another text after every numbered event of the transcript's; the moment tells a log that was set back from itself. */
export const logVersion = (place: Place<TranscriptRow>): string =>
  `concat(${columnAt(place, 'lastSeq')}, '.', extract(epoch from ${columnAt(place, 'updatedAt')}))`;

/** Which segments of a transcript. */
export type SegmentsWanted = PageBothWaysArgs & { readonly search?: string | null };

/** A transcript's segments in their order, from either end; with a search, those that contain it. */
export const segmentsReads = pageOf<TranscriptRow, SegmentRow, SegmentsWanted>({
  source: segments,
  belongs: { column: 'transcriptId', to: 'id' },
  where({ search }, { at, place }) {
    const wanted = checkSearch(search);
    if (wanted) place.statement.alone = true;
    return wanted ? segmentContains(at, wanted) : at`@.removed_at is null`;
  },
  order: byPosition,
  pageSize: 50,
  keeping: { version: logVersion, of: [segments] },
});

/** A segment that contains the text. */
const segmentContains = (at: Fragment, wanted: string): Written =>
  at`@.removed_at is null and @.text ilike ${valueOf(containing(wanted), 'text')}`;

/** The same by its pairs of characters, which an index finds in the whole house, then for certain. */
const segmentMatches = (at: Fragment, wanted: string): Written =>
  at`character_pairs(@.text) @> character_pairs(${valueOf(wanted, 'text')}) and ${segmentContains(at, wanted)}`;

/** What a list of transcripts can be narrowed to. */
export interface TranscriptFilter {
  readonly search?: string | null;
  readonly status?: TranscriptStatus | null;
  readonly visibility?: Visibility | null;
  readonly inBin?: boolean;
}

/** A member's own transcripts, newest first. */
export const ownTranscriptsReads = pageOf<
  { readonly id: string },
  TranscriptRow,
  PageArgs & TranscriptFilter
>({
  source: transcripts,
  belongs: { column: 'ownerId', to: 'id' },
  where: ({ inBin, status, visibility, search }, finding) =>
    all(
      inBin ? finding.at`@.deleted_at is not null` : finding.at`@.deleted_at is null`,
      ...(status ? [finding.at`@.status = ${valueOf(status, 'text')}`] : []),
      ...(visibility ? [finding.at`@.visibility = ${valueOf(visibility, 'text')}`] : []),
      // Within one member's own: the house's index would bring everybody's matches.
      ...matches(search, finding, segmentContains),
    ),
  order: newestFirst('createdAt', 'id'),
});

/** What every registered member may read, newest first (M18.9). */
export const publicTranscriptsReads = pageOf<
  unknown,
  TranscriptRow,
  PageArgs & Pick<TranscriptFilter, 'search'>
>({
  source: transcripts,
  where: ({ search }, finding) =>
    all(
      finding.at`@.visibility = 'PUBLIC' and @.deleted_at is null`,
      ...matches(search, finding, segmentMatches),
    ),
  order: newestFirst('createdAt', 'id'),
});

/** A search finds a title or a text that contains it, in any letter case. */
function matches(
  search: string | null | undefined,
  { at, place }: Finding<TranscriptRow>,
  inWords: typeof segmentMatches,
): readonly Written[] {
  const wanted = checkSearch(search);
  if (!wanted) return [];
  place.statement.alone = true;
  const inSegment = fragmentAt({ ...place, alias: 's' });
  return [
    at`(@.title ilike ${valueOf(containing(wanted), 'text')} or exists (
      select 1 from segments s where s.transcript_id = @.id and ${inWords(inSegment, wanted)}))`,
  ];
}
