// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const MembershipDocument = "query Membership($after:String){me{id tier{level{...TierLevelFields}heldLevel{code name}since next{code name}ways{kind have need text}reviewOn graceUntil grantedUntil frequency windowMonths spendFen orders decisions(first:10 after:$after){totalCount edges{node{id decidedAt text}}pageInfo{endCursor hasNextPage}}}}tierLevels{...TierLevelFields}}fragment TierLevelFields on TierLevel{code name payPercent pointsTimes privileges asks}" as TypedDocument<T.MembershipQuery, T.MembershipQueryVariables>;

export const ProgrammeRulesDocument = "query ProgrammeRules{programme{version effectiveFrom sections{id title rules{isInForce text}}}}" as TypedDocument<T.ProgrammeRulesQuery, T.ProgrammeRulesQueryVariables>;
