// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const DoorFeedDocument = "subscription DoorFeed($shareCode:String!){doorFeed(shareCode:$shareCode){state title status viewersUntil hostIsHere}}" as TypedDocument<T.DoorFeedSubscription, T.DoorFeedSubscriptionVariables>;
