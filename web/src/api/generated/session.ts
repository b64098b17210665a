// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const CurrentSessionDocument = "query CurrentSession{me{id username displayName role locale timeZone}serviceInfo{version welcomePoints pointsPerMinute mailIsConfigured needsSetup binDays commentEditMinutes}}" as TypedDocument<T.CurrentSessionQuery, T.CurrentSessionQueryVariables>;

export const LogInDocument = "mutation LogIn($input:LogInInput!){logIn(input:$input){__typename ...on UserError{message}...on TooManyAttempts{retryAfterSeconds}...on InvalidInput{field limit}}}" as TypedDocument<T.LogInMutation, T.LogInMutationVariables>;

export const LogOutDocument = "mutation LogOut{logOut{sessionsEnded}}" as TypedDocument<T.LogOutMutation, T.LogOutMutationVariables>;
