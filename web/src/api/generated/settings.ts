// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const SettingsPageDocument = "query SettingsPage{me{...ProfileFields defaultViewPasswordSet}}fragment ProfileFields on Member{username displayName email phone birthday locale timeZone}" as TypedDocument<T.SettingsPageQuery, T.SettingsPageQueryVariables>;

export const UpdateProfileDocument = "mutation UpdateProfile($input:UpdateProfileInput!){updateProfile(input:$input){__typename ...on UpdateProfileSuccess{member{...ProfileFields}}...on UserError{message}...on InvalidInput{field limit}}}fragment ProfileFields on Member{username displayName email phone birthday locale timeZone}" as TypedDocument<T.UpdateProfileMutation, T.UpdateProfileMutationVariables>;

export const SetDefaultViewPasswordDocument = "mutation SetDefaultViewPassword($input:SetDefaultViewPasswordInput!){setDefaultViewPassword(input:$input){__typename ...on SetDefaultViewPasswordSuccess{member{defaultViewPasswordSet}}...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.SetDefaultViewPasswordMutation, T.SetDefaultViewPasswordMutationVariables>;
