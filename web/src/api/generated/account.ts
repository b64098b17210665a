// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const RegisterMemberDocument = "mutation RegisterMember($input:RegisterMemberInput!){registerMember(input:$input){__typename ...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.RegisterMemberMutation, T.RegisterMemberMutationVariables>;

export const SetUpOperatorDocument = "mutation SetUpOperator($input:SetUpOperatorInput!){setUpOperator(input:$input){__typename ...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.SetUpOperatorMutation, T.SetUpOperatorMutationVariables>;

export const RequestPasswordResetDocument = "mutation RequestPasswordReset($input:RequestPasswordResetInput!){requestPasswordReset(input:$input){__typename ...on RequestPasswordResetSuccess{message}...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.RequestPasswordResetMutation, T.RequestPasswordResetMutationVariables>;

export const PasswordResetLinkDocument = "query PasswordResetLink($token:String!){passwordReset(token:$token){securityQuestion expiresAt}}" as TypedDocument<T.PasswordResetLinkQuery, T.PasswordResetLinkQueryVariables>;

export const ResetPasswordDocument = "mutation ResetPassword($input:ResetPasswordInput!){resetPassword(input:$input){__typename ...on ResetPasswordSuccess{sessionsEnded}...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}...on WrongSecurityAnswer{attemptsLeft}}}" as TypedDocument<T.ResetPasswordMutation, T.ResetPasswordMutationVariables>;

export const UseRecoveryCodeDocument = "mutation UseRecoveryCode($input:UseRecoveryCodeInput!){useRecoveryCode(input:$input){__typename ...on UseRecoveryCodeSuccess{sessionsEnded}...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.UseRecoveryCodeMutation, T.UseRecoveryCodeMutationVariables>;
