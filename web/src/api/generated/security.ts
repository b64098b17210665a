// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const SecurityPageDocument = "query SecurityPage{me{username email securityQuestion securityQuestionSet recoveryCodesLeft sessions{id device address createdAt lastSeenAt isCurrent}}}" as TypedDocument<T.SecurityPageQuery, T.SecurityPageQueryVariables>;

export const ChangePasswordDocument = "mutation ChangePassword($input:ChangePasswordInput!){changePassword(input:$input){__typename ...on ChangePasswordSuccess{sessionsEnded}...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.ChangePasswordMutation, T.ChangePasswordMutationVariables>;

export const SetSecurityQuestionDocument = "mutation SetSecurityQuestion($input:SetSecurityQuestionInput!){setSecurityQuestion(input:$input){__typename ...on SetSecurityQuestionSuccess{member{securityQuestion securityQuestionSet}}...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.SetSecurityQuestionMutation, T.SetSecurityQuestionMutationVariables>;

export const CreateRecoveryCodesDocument = "mutation CreateRecoveryCodes($input:CreateRecoveryCodesInput!){createRecoveryCodes(input:$input){__typename ...on CreateRecoveryCodesSuccess{codes}...on UserError{message}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.CreateRecoveryCodesMutation, T.CreateRecoveryCodesMutationVariables>;

export const RevokeSessionDocument = "mutation RevokeSession($input:RevokeSessionInput!){revokeSession(input:$input){revokedId}}" as TypedDocument<T.RevokeSessionMutation, T.RevokeSessionMutationVariables>;

export const EndOtherSessionsDocument = "mutation EndOtherSessions{endOtherSessions{sessionsEnded}}" as TypedDocument<T.EndOtherSessionsMutation, T.EndOtherSessionsMutationVariables>;
