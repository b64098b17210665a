import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { inLocale } from '../../platform/text/text.ts';
import { PasswordReset } from './member.types.ts';
import { linkLastsMinutes } from './password-reset.rules.ts';
import { openReset, requestPasswordReset, resetPassword } from './password-resets.service.ts';
import {
  ChangePasswordInput,
  ChangePasswordResult,
  ChangePasswordSuccess,
  CreateRecoveryCodesInput,
  CreateRecoveryCodesResult,
  CreateRecoveryCodesSuccess,
  RequestPasswordResetInput,
  RequestPasswordResetResult,
  RequestPasswordResetSuccess,
  ResetPasswordInput,
  ResetPasswordResult,
  ResetPasswordSuccess,
  UseRecoveryCodeInput,
  UseRecoveryCodeResult,
  UseRecoveryCodeSuccess,
} from './password.types.ts';
import { changePassword } from './passwords.service.ts';
import { createRecoveryCodes, useRecoveryCode } from './recovery-codes.service.ts';

const linkIsOnItsWay = {
  zh: `如果该账号存在并留有电子邮箱，重设链接已在发送途中，${linkLastsMinutes} 分钟内有效。请查收邮件。`,
  en: `If there is such an account with an e-mail address, a link is on its way; it works for ${linkLastsMinutes} minutes. Please check your mailbox.`,
};

/** Changing a password, and the ways back in for those who forgot it. */
@Resolver()
export class PasswordsResolver {
  @Mutation(() => ChangePasswordResult, {
    description: 'Changes your password; ends your other sessions and their sockets.',
  })
  @Access('member')
  async changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ChangePasswordSuccess> {
    return { sessionsEnded: await changePassword(ctx, input) };
  }

  @Mutation(() => CreateRecoveryCodesResult, {
    description: 'Makes ten recovery codes; earlier ones stop working.',
  })
  @Access('member')
  async createRecoveryCodes(
    @Arg('input', () => CreateRecoveryCodesInput) { currentPassword }: CreateRecoveryCodesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateRecoveryCodesSuccess> {
    return { codes: await createRecoveryCodes(ctx, currentPassword) };
  }

  @Mutation(() => UseRecoveryCodeResult, {
    description: 'Sets a new password by a recovery code, which is used up by it.',
  })
  @Access('anyone')
  async useRecoveryCode(
    @Arg('input', () => UseRecoveryCodeInput) input: UseRecoveryCodeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UseRecoveryCodeSuccess> {
    return { sessionsEnded: await useRecoveryCode(ctx, input) };
  }

  @Mutation(() => RequestPasswordResetResult, {
    description: 'Mails a single-use link, good for ten minutes, to the member if there is one.',
  })
  @Access('anyone')
  async requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput) { usernameOrEmail }: RequestPasswordResetInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RequestPasswordResetSuccess> {
    await requestPasswordReset(ctx, usernameOrEmail);
    return { message: inLocale(linkIsOnItsWay, ctx.locale) };
  }

  @Query(() => PasswordReset, {
    nullable: true,
    description: 'What a mailed link asks for; null when it is unknown, used or too old.',
  })
  @Access('anyone')
  passwordReset(
    @Arg('token', () => String, { description: 'The secret of the mailed link: what stands after #token=.' })
    token: string,
    @Ctx() ctx: RequestContext,
  ): Promise<PasswordReset | null> {
    return openReset(ctx, token);
  }

  @Mutation(() => ResetPasswordResult, {
    description: 'Sets a new password by a mailed link; ends all sessions.',
  })
  @Access('anyone')
  async resetPassword(
    @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ResetPasswordSuccess> {
    return { sessionsEnded: await resetPassword(ctx, input) };
  }
}
