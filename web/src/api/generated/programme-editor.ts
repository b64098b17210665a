// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const ProgrammeEditorDocument = "query ProgrammeEditor{newestProgramme{version effectiveFrom sections{id title rules{switch{...FigureFields}parts{words figure{...FigureFields}}}}}programmePresets{id name about figures{key value}}}fragment FigureFields on RuleFigure{key kind label value options{value name}}" as TypedDocument<T.ProgrammeEditorQuery, T.ProgrammeEditorQueryVariables>;

export const ProgrammeVersionsDocument = "query ProgrammeVersions($after:String){programmeVersions(first:10 after:$after){totalCount edges{node{version note effectiveFrom savedAt isInForce savedBy{id displayName}changes{key label before after}}}pageInfo{endCursor hasNextPage}}}" as TypedDocument<T.ProgrammeVersionsQuery, T.ProgrammeVersionsQueryVariables>;

export const SaveProgrammeDocument = "mutation SaveProgramme($input:SaveProgrammeInput!){saveProgramme(input:$input){__typename ...on SaveProgrammeSuccess{version{version isInForce}}...on UserError{message}...on InvalidInput{field}...on ProgrammeContradictory{contradictions{reason keys}}}}" as TypedDocument<T.SaveProgrammeMutation, T.SaveProgrammeMutationVariables>;

export const PreviewProgrammeDocument = "query PreviewProgramme($input:PreviewProgrammeInput!){previewProgramme(input:$input){__typename ...on PreviewProgrammeSuccess{total moves{from fromName to toName count isAtOnce}}...on UserError{message}...on InvalidInput{field}...on ProgrammeContradictory{contradictions{reason keys}}}}" as TypedDocument<T.PreviewProgrammeQuery, T.PreviewProgrammeQueryVariables>;

export const TierRunsDocument = "query TierRuns{tierRuns{id total done changed configVersion startedAt finishedAt}}" as TypedDocument<T.TierRunsQuery, T.TierRunsQueryVariables>;

export const RunTiersDocument = "mutation RunTiers{runTiers{__typename ...on RunTiersSuccess{run{id}}}}" as TypedDocument<T.RunTiersMutation, T.RunTiersMutationVariables>;
