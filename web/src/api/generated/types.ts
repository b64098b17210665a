// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Activity =
  | 'AWAY'
  | 'CORRECTING'
  | 'TYPING'
  | 'WATCHING';

export type AddCommentInput = {
  readonly authorKey?: string | null | undefined;
  readonly body: string;
  readonly id?: string | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly quote?: string | null | undefined;
  readonly segmentId?: string | null | undefined;
  readonly transcriptId: string;
};

export type AdjustPointsInput = {
  readonly currency: PointCurrency;
  readonly idempotencyKey: string;
  readonly memberId: string;
  readonly points: number;
  readonly reason: string;
};

export type Admission =
  | 'APPROVAL'
  | 'OPEN';

export type AppendSegmentInput = {
  readonly endedMs?: number | null | undefined;
  readonly id: string;
  readonly speaker?: string | null | undefined;
  readonly startedMs?: number | null | undefined;
  readonly text: string;
  readonly transcriptId: string;
};

export type BanCommenterInput = {
  readonly commentId: string;
};

export type BriefEntryInput = {
  readonly code: string;
  readonly note?: string;
  readonly text: string;
};

export type CancelOrderInput = {
  readonly orderId: string;
};

export type CardProblem =
  | 'UNKNOWN'
  | 'USED'
  | 'VOID';

export type ChangeDoorInput = {
  readonly admission?: Admission | null | undefined;
  readonly embedOrigins?: ReadonlyArray<string> | null | undefined;
  readonly transcriptId: string;
  readonly viewersUntil?: string | null | undefined;
};

export type ChangePasswordInput = {
  readonly currentPassword: string;
  readonly newPassword: string;
};

export type ClaimCouponByCodeInput = {
  readonly code: string;
  readonly idempotencyKey: string;
};

export type ClaimCouponInput = {
  readonly idempotencyKey: string;
  readonly typeId: string;
};

export type CommentMode =
  | 'CLOSED'
  | 'OPEN'
  | 'REVIEWED';

export type ConfirmPaymentInput = {
  readonly idempotencyKey: string;
  readonly orderId: string;
};

export type CouponFilter =
  | 'OVER'
  | 'USABLE'
  | 'USED';

export type CouponKind =
  | 'BIRTHDAY'
  | 'DISCOUNT'
  | 'FEE_WAIVER'
  | 'FULL_REDUCTION'
  | 'NO_THRESHOLD'
  | 'OFFSET'
  | 'PACK';

export type CouponPackPartInput = {
  readonly count: number;
  readonly typeId: string;
};

export type CouponProblem =
  | 'BELOW_MINIMUM'
  | 'CAMPAIGN_EXCLUSIVE'
  | 'EXPIRED'
  | 'GONE'
  | 'NOT_CHEAPER'
  | 'NOT_FIRST_ORDER'
  | 'NOT_FOR_ORDERS'
  | 'NOT_YET'
  | 'OTHER_PLAN'
  | 'RESERVED'
  | 'USED'
  | 'VOID';

export type CouponSource =
  | 'BIRTHDAY'
  | 'CAMPAIGN'
  | 'CLAIM'
  | 'CODE'
  | 'PACK'
  | 'POINTS'
  | 'REFERRAL'
  | 'REGISTRATION'
  | 'SPEND'
  | 'STAFF';

export type CouponStanding =
  | 'EXPIRED'
  | 'NOT_YET'
  | 'REDEEMED'
  | 'RESERVED'
  | 'USABLE'
  | 'VOID';

export type CreateCardBatchInput = {
  readonly count: number;
  readonly idempotencyKey: string;
  readonly note?: string | null | undefined;
  readonly points: number;
};

export type CreateCouponTypeInput = {
  readonly amountFen?: number | null | undefined;
  readonly capPerMember?: number;
  readonly capTotal?: number | null | undefined;
  readonly claimCode?: string | null | undefined;
  readonly daysValid?: number | null | undefined;
  readonly isClaimable?: boolean;
  readonly isFirstOrderOnly?: boolean;
  readonly isOnRegistration?: boolean;
  readonly isRestoredOnRefund?: boolean;
  readonly issueCap?: number | null | undefined;
  readonly kind: CouponKind;
  readonly maxOffFen?: number | null | undefined;
  readonly minSpendFen?: number;
  readonly minutes?: number | null | undefined;
  readonly name: string;
  readonly onSpendFen?: number | null | undefined;
  readonly pack?: ReadonlyArray<CouponPackPartInput>;
  readonly payBasisPoints?: number | null | undefined;
  readonly planIds?: ReadonlyArray<string>;
  readonly stacksWithCampaign?: boolean;
  readonly stacksWithPoints?: boolean;
  readonly stacksWithTier?: boolean;
  readonly validFrom?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
};

export type CreateRecoveryCodesInput = {
  readonly currentPassword: string;
};

export type CreateTranscriptInput = {
  readonly generateViewPassword?: boolean | null | undefined;
  readonly id?: string | null | undefined;
  readonly title: string;
  readonly viewPassword?: string | null | undefined;
  readonly visibility: Visibility;
};

export type CrewRole =
  | 'ORGANISER'
  | 'OWNER'
  | 'WRITER';

export type DecideViewersInput = {
  readonly decision: ViewerDecision;
  readonly transcriptId: string;
  readonly viewerIds?: ReadonlyArray<string> | null | undefined;
};

export type DeleteTranscriptsInput = {
  readonly ids: ReadonlyArray<string>;
};

export type DeliveryState =
  | 'FAILED'
  | 'NOT_CONFIGURED'
  | 'NO_ADDRESS'
  | 'NO_CONSENT'
  | 'QUEUED'
  | 'SENDING'
  | 'SENT'
  | 'TOO_LATE'
  | 'UNCERTAIN';

export type DismissReportsInput = {
  readonly id: string;
};

export type DoorState =
  | 'EXPIRED'
  | 'INSIDE'
  | 'PASSWORD'
  | 'REFUSED'
  | 'WAITING';

export type EditAnnouncementInput = {
  readonly body: string;
  readonly id: string;
  readonly title: string;
};

export type EditCommentInput = {
  readonly body: string;
  readonly id: string;
};

export type EndLiveInput = {
  readonly transcriptId: string;
};

export type FigureKind =
  | 'CHOICE'
  | 'LEVEL'
  | 'NAME'
  | 'PERCENT'
  | 'SET'
  | 'SWITCH'
  | 'TIMES'
  | 'WHOLE'
  | 'YUAN';

export type FrequencyBand =
  | 'HIGH'
  | 'LOW'
  | 'MIDDLE'
  | 'NONE';

export type HandOverInput = {
  readonly toMemberId: string;
  readonly transcriptId: string;
};

export type HeldReason =
  | 'REVIEW'
  | 'WORDS';

export type ImportTranscriptInput = {
  readonly id?: string | null | undefined;
  readonly source: string;
  readonly title?: string | null | undefined;
  readonly visibility: Visibility;
};

export type InviteToCrewInput = {
  readonly role: InvitedRole;
  readonly transcriptId: string;
  readonly username: string;
};

export type InvitedRole =
  | 'ORGANISER'
  | 'WRITER';

export type IssueCouponsInput = {
  readonly idempotencyKey: string;
  readonly typeId: string;
  readonly usernames: ReadonlyArray<string>;
};

export type JobStanding =
  | 'FAILED'
  | 'IDLE'
  | 'RETRYING'
  | 'RUNNING'
  | 'WAITING';

export type LeaveCrewInput = {
  readonly transcriptId: string;
};

export type LogInInput = {
  readonly password: string;
  readonly remember?: boolean | null | undefined;
  readonly username: string;
};

export type MarkNotificationsReadInput = {
  readonly ids?: ReadonlyArray<string> | null | undefined;
  readonly upToSeq?: number | null | undefined;
};

export type MemberRole =
  | 'MEMBER'
  | 'OPERATOR';

export type MergeSegmentsInput = {
  readonly firstId: string;
  readonly firstRevision: number;
  readonly joiner: string;
  readonly secondId: string;
  readonly secondRevision: number;
};

export type NotificationChannel =
  | 'EMAIL'
  | 'IN_APP'
  | 'SMS'
  | 'WECHAT';

export type NotificationPurpose =
  | 'CARE'
  | 'PROMOTION'
  | 'SERVICE';

export type OpenTranscriptInput = {
  readonly nickname: string;
  readonly shareCode: string;
  readonly viewPassword: string;
};

export type OrderPointsInput = {
  readonly couponId?: string | null | undefined;
  readonly idempotencyKey: string;
  readonly paymentMethod: PaymentMethod;
  readonly planId: string;
};

export type OrderStatus =
  | 'AWAITING_CONFIRMATION'
  | 'AWAITING_PAYMENT'
  | 'CANCELLED'
  | 'COMPLETED';

export type ParticipantKind =
  | 'GUEST'
  | 'MEMBER'
  | 'OWNER';

export type PaymentMethod =
  | 'BANK_TRANSFER';

export type PointCurrency =
  | 'CARD'
  | 'REWARD';

export type PointEntryKind =
  | 'ADJUSTED'
  | 'AVAILABLE'
  | 'DEBT_REPAID'
  | 'EARNED'
  | 'EXPIRED'
  | 'GIFT'
  | 'HELD'
  | 'PURCHASE'
  | 'RELEASED'
  | 'RESTORED'
  | 'REVERSED'
  | 'SPENT'
  | 'TOP_UP_CARD'
  | 'TRANSCRIPTION'
  | 'USED'
  | 'WELCOME_GIFT';

export type PointLotKind =
  | 'EARNED'
  | 'GIFT'
  | 'PAID'
  | 'PROMO';

export type PostCrewMessageInput = {
  readonly body: string;
  readonly id: string;
  readonly transcriptId: string;
};

export type PreviewProgrammeInput = {
  readonly basedOn: number;
  readonly figures: ReadonlyArray<WriteFigureInput>;
};

export type PriceLineKind =
  | 'CAMPAIGN'
  | 'COUPON'
  | 'LIST'
  | 'POINTS'
  | 'TIER';

export type PublishAnnouncementInput = {
  readonly body: string;
  readonly title: string;
};

export type PurgeTranscriptsInput = {
  readonly ids: ReadonlyArray<string>;
};

export type RedeemCardInput = {
  readonly code: string;
  readonly idempotencyKey: string;
};

export type RefundOrderInput = {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly points?: number | null | undefined;
  readonly reason: string;
};

export type RegisterMemberInput = {
  readonly birthday?: string | null | undefined;
  readonly displayName: string;
  readonly email?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly password: string;
  readonly phone?: string | null | undefined;
  readonly referralCode?: string | null | undefined;
  readonly username: string;
};

export type RemoveCommentInput = {
  readonly id: string;
};

export type RemoveFromCrewInput = {
  readonly memberId: string;
  readonly transcriptId: string;
};

export type RemoveSegmentInput = {
  readonly id: string;
};

export type RenameSpeakerInput = {
  readonly actId?: string | null | undefined;
  readonly from: string;
  readonly to: string;
  readonly transcriptId: string;
};

export type RenameTranscriptInput = {
  readonly title: string;
  readonly transcriptId: string;
};

export type ReportCommentInput = {
  readonly id: string;
  readonly note?: string | null | undefined;
  readonly reason: ReportReason;
};

export type ReportPaymentInput = {
  readonly orderId: string;
};

export type ReportReason =
  | 'ABUSE'
  | 'OFF_TOPIC'
  | 'OTHER'
  | 'SPAM';

export type RequestPasswordResetInput = {
  readonly usernameOrEmail: string;
};

export type ResendNotificationInput = {
  readonly deliveryId: string;
};

export type ResetPasswordInput = {
  readonly newPassword: string;
  readonly securityAnswer?: string | null | undefined;
  readonly token: string;
};

export type RestoreSegmentInput = {
  readonly actId?: string | null | undefined;
  readonly id: string;
};

export type RestoreTranscriptInput = {
  readonly actId?: string | null | undefined;
  readonly seq: number;
  readonly transcriptId: string;
  readonly untilSeq?: number | null | undefined;
};

export type RestoreTranscriptsInput = {
  readonly ids: ReadonlyArray<string>;
};

export type RevertChangesInput = {
  readonly actId?: string | null | undefined;
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly transcriptId: string;
};

export type ReviewCommentsInput = {
  readonly ids?: ReadonlyArray<string> | null | undefined;
  readonly transcriptId: string;
  readonly verdict: ReviewVerdict;
};

export type ReviewVerdict =
  | 'APPROVE'
  | 'REFUSE';

export type ReviseSegmentInput = {
  readonly baseRevision: number;
  readonly id: string;
  readonly isChecked?: boolean | null | undefined;
  readonly speaker?: string | null | undefined;
  readonly text: string;
};

export type ReviseSegmentsInput = {
  readonly actId?: string | null | undefined;
  readonly changes: ReadonlyArray<SegmentChangeInput>;
  readonly transcriptId: string;
};

export type RevokeSessionInput = {
  readonly sessionId: string;
};

export type RevokeViewersInput = {
  readonly transcriptId: string;
  readonly viewerIds?: ReadonlyArray<string> | null | undefined;
};

export type RunJobNowInput = {
  readonly name: string;
};

export type SaveBriefsInput = {
  readonly put?: ReadonlyArray<BriefEntryInput>;
  readonly remove?: ReadonlyArray<string>;
  readonly transcriptId?: string | null | undefined;
};

export type SavePointPlanInput = {
  readonly id?: string | null | undefined;
  readonly isOnSale: boolean;
  readonly name: string;
  readonly points: number;
  readonly priceFen: number;
};

export type SaveProgrammeInput = {
  readonly basedOn: number;
  readonly effectiveFrom?: string | null | undefined;
  readonly figures: ReadonlyArray<WriteFigureInput>;
  readonly note: string;
};

export type SegmentAct =
  | 'ADDED'
  | 'REMOVED'
  | 'REVISED';

export type SegmentChangeInput = {
  readonly baseRevision: number;
  readonly id: string;
  readonly isChecked?: boolean | null | undefined;
  readonly speaker?: string | null | undefined;
  readonly text: string;
};

export type SetCommentModeInput = {
  readonly mode: CommentMode;
  readonly transcriptId: string;
};

export type SetCommentWordsInput = {
  readonly transcriptId: string;
  readonly words: ReadonlyArray<string>;
};

export type SetCouponTypeActiveInput = {
  readonly id: string;
  readonly isActive: boolean;
};

export type SetDefaultViewPasswordInput = {
  readonly currentPassword: string;
  readonly viewPassword?: string | null | undefined;
};

export type SetNotificationConsentInput = {
  readonly channel: NotificationChannel;
  readonly isOn: boolean;
  readonly purpose: NotificationPurpose;
};

export type SetSecurityQuestionInput = {
  readonly answer: string;
  readonly currentPassword: string;
  readonly question: string;
};

export type SetUpOperatorInput = {
  readonly displayName: string;
  readonly password: string;
  readonly token: string;
  readonly username: string;
};

export type SetViewPasswordInput = {
  readonly transcriptId: string;
  readonly viewPassword?: string | null | undefined;
};

export type SetVisibilityInput = {
  readonly transcriptId: string;
  readonly visibility: Visibility;
};

export type ShowDraftInput = {
  readonly speaker?: string | null | undefined;
  readonly text: string;
  readonly transcriptId: string;
};

export type ShowPresenceInput = {
  readonly activity: Activity;
  readonly segmentId?: string | null | undefined;
  readonly transcriptId: string;
};

export type SplitSegmentInput = {
  readonly at: number;
  readonly baseRevision: number;
  readonly id: string;
  readonly newId: string;
  readonly speaker?: string | null | undefined;
};

export type StartLiveInput = {
  readonly transcriptId: string;
};

export type TakeLeadInput = {
  readonly transcriptId: string;
};

export type TierCode =
  | 'T0'
  | 'T1'
  | 'T2'
  | 'T3'
  | 'T4';

export type TierWayKind =
  | 'CAMPAIGNS'
  | 'INVITATIONS'
  | 'LOGIN_DAYS'
  | 'ORDERS'
  | 'POINTS'
  | 'SPEND';

export type TranscriptStatus =
  | 'ENDED'
  | 'LIVE'
  | 'READY';

export type UnbanCommenterInput = {
  readonly id: string;
};

export type UpdateProfileInput = {
  readonly birthday?: string | null | undefined;
  readonly displayName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
};

export type UseRecoveryCodeInput = {
  readonly newPassword: string;
  readonly recoveryCode: string;
  readonly username: string;
};

export type ViewerDecision =
  | 'APPROVE'
  | 'REFUSE';

export type Visibility =
  | 'PRIVATE'
  | 'PUBLIC';

export type VisitWay =
  | 'CREW'
  | 'PASSWORD'
  | 'PUBLIC';

export type VoidCardBatchInput = {
  readonly batchId: string;
};

export type WithdrawAnnouncementInput = {
  readonly id: string;
};

export type WriteFigureInput = {
  readonly key: string;
  readonly value: string;
};

export type RegisterMemberMutationVariables = Exact<{
  input: RegisterMemberInput;
}>;


export type RegisterMemberMutation = { readonly registerMember:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'RegisterMemberSuccess' }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'UsernameTaken', readonly message: string }
   };

export type SetUpOperatorMutationVariables = Exact<{
  input: SetUpOperatorInput;
}>;


export type SetUpOperatorMutation = { readonly setUpOperator:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'InvalidToken', readonly message: string }
    | { readonly __typename: 'SetUpOperatorSuccess' }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'UsernameTaken', readonly message: string }
   };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { readonly requestPasswordReset:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'MailNotConfigured', readonly message: string }
    | { readonly __typename: 'RequestPasswordResetSuccess', readonly message: string }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
   };

export type PasswordResetLinkQueryVariables = Exact<{
  token: string;
}>;


export type PasswordResetLinkQuery = { readonly passwordReset: { readonly securityQuestion: string | null, readonly expiresAt: string } | null };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { readonly resetPassword:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'InvalidToken', readonly message: string }
    | { readonly __typename: 'ResetPasswordSuccess', readonly sessionsEnded: number }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'WrongSecurityAnswer', readonly message: string, readonly attemptsLeft: number }
   };

export type UseRecoveryCodeMutationVariables = Exact<{
  input: UseRecoveryCodeInput;
}>;


export type UseRecoveryCodeMutation = { readonly useRecoveryCode:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'UseRecoveryCodeSuccess', readonly sessionsEnded: number }
    | { readonly __typename: 'WrongCredentials', readonly message: string }
   };

export type AnnouncementListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AnnouncementListQuery = { readonly announcements: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly bodyHtml: string, readonly publishedAt: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type PointEntryFieldsFragment = { readonly id: string, readonly kind: PointEntryKind, readonly amount: number, readonly balanceAfter: number, readonly createdAt: string, readonly reason: string, readonly subjectId: string | null };

export type OrderFieldsFragment = { readonly id: string, readonly planName: string, readonly points: number, readonly amountFen: number, readonly status: OrderStatus, readonly reference: string, readonly instructions: string, readonly createdAt: string, readonly completedAt: string | null, readonly listFen: number, readonly refundedFen: number, readonly refundedPoints: number, readonly earnedPoints: number, readonly payBy: string | null, readonly priceLines: ReadonlyArray<{ readonly kind: PriceLineKind, readonly label: string, readonly amountFen: number, readonly afterFen: number }> };

export type BalancePageQueryVariables = Exact<{ [key: string]: never; }>;


export type BalancePageQuery = { readonly me: { readonly cardPoints: { readonly balance: number, readonly debt: number, readonly entries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: PointEntryKind, readonly amount: number, readonly balanceAfter: number, readonly createdAt: string, readonly reason: string, readonly subjectId: string | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } }, readonly orders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly planName: string, readonly points: number, readonly amountFen: number, readonly status: OrderStatus, readonly reference: string, readonly instructions: string, readonly createdAt: string, readonly completedAt: string | null, readonly listFen: number, readonly refundedFen: number, readonly refundedPoints: number, readonly earnedPoints: number, readonly payBy: string | null, readonly priceLines: ReadonlyArray<{ readonly kind: PriceLineKind, readonly label: string, readonly amountFen: number, readonly afterFen: number }> } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null, readonly pointPlans: ReadonlyArray<{ readonly id: string, readonly name: string, readonly points: number, readonly priceFen: number }>, readonly paymentOptions: ReadonlyArray<{ readonly method: PaymentMethod, readonly name: string, readonly instructions: string }> };

export type MoreEntriesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MoreEntriesQuery = { readonly me: { readonly cardPoints: { readonly entries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: PointEntryKind, readonly amount: number, readonly balanceAfter: number, readonly createdAt: string, readonly reason: string, readonly subjectId: string | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } } | null };

export type OrderPageQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OrderPageQuery = { readonly me: { readonly orders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly planName: string, readonly points: number, readonly amountFen: number, readonly status: OrderStatus, readonly reference: string, readonly instructions: string, readonly createdAt: string, readonly completedAt: string | null, readonly listFen: number, readonly refundedFen: number, readonly refundedPoints: number, readonly earnedPoints: number, readonly payBy: string | null, readonly priceLines: ReadonlyArray<{ readonly kind: PriceLineKind, readonly label: string, readonly amountFen: number, readonly afterFen: number }> } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type ReportPaymentMutationVariables = Exact<{
  input: ReportPaymentInput;
}>;


export type ReportPaymentMutation = { readonly reportPayment:
    | { readonly __typename: 'OrderNotOpen', readonly status: OrderStatus, readonly message: string }
    | { readonly __typename: 'ReportPaymentSuccess', readonly order: { readonly id: string, readonly planName: string, readonly points: number, readonly amountFen: number, readonly status: OrderStatus, readonly reference: string, readonly instructions: string, readonly createdAt: string, readonly completedAt: string | null, readonly listFen: number, readonly refundedFen: number, readonly refundedPoints: number, readonly earnedPoints: number, readonly payBy: string | null, readonly priceLines: ReadonlyArray<{ readonly kind: PriceLineKind, readonly label: string, readonly amountFen: number, readonly afterFen: number }> } }
   };

export type CancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type CancelOrderMutation = { readonly cancelOrder:
    | { readonly __typename: 'CancelOrderSuccess', readonly order: { readonly id: string, readonly planName: string, readonly points: number, readonly amountFen: number, readonly status: OrderStatus, readonly reference: string, readonly instructions: string, readonly createdAt: string, readonly completedAt: string | null, readonly listFen: number, readonly refundedFen: number, readonly refundedPoints: number, readonly earnedPoints: number, readonly payBy: string | null, readonly priceLines: ReadonlyArray<{ readonly kind: PriceLineKind, readonly label: string, readonly amountFen: number, readonly afterFen: number }> } }
    | { readonly __typename: 'OrderNotOpen', readonly status: OrderStatus, readonly message: string }
   };

export type RedeemCardMutationVariables = Exact<{
  input: RedeemCardInput;
}>;


export type RedeemCardMutation = { readonly redeemCard:
    | { readonly __typename: 'CardNotRedeemable', readonly problem: CardProblem, readonly message: string }
    | { readonly __typename: 'IdempotencyConflict', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly field: string, readonly limit: number | null, readonly message: string }
    | { readonly __typename: 'RedeemCardSuccess', readonly points: number, readonly balance: number }
    | { readonly __typename: 'TooManyAttempts', readonly retryAfterSeconds: number, readonly message: string }
   };

export type BriefPageFieldsFragment = { readonly revision: number, readonly entryCount: number, readonly entries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly text: string, readonly note: string, readonly id: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type OwnBriefsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type OwnBriefsQuery = { readonly me: { readonly briefDictionary: { readonly revision: number, readonly entryCount: number, readonly entries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly text: string, readonly note: string, readonly id: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } } | null };

export type EventBriefsQueryVariables = Exact<{
  transcriptId: string;
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type EventBriefsQuery = { readonly transcript: { readonly id: string, readonly title: string, readonly briefDictionary: { readonly revision: number, readonly entryCount: number, readonly entries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly text: string, readonly note: string, readonly id: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null } | null };

export type BriefChangesFieldsFragment = { readonly revision: number, readonly completeFrom: number, readonly removed: ReadonlyArray<string>, readonly cursor: string | null, readonly put: ReadonlyArray<{ readonly code: string, readonly text: string, readonly note: string }> };

export type OwnBriefChangesQueryVariables = Exact<{
  since: number;
  after?: string | null | undefined;
}>;


export type OwnBriefChangesQuery = { readonly me: { readonly briefDictionary: { readonly changes: { readonly revision: number, readonly completeFrom: number, readonly removed: ReadonlyArray<string>, readonly cursor: string | null, readonly put: ReadonlyArray<{ readonly code: string, readonly text: string, readonly note: string }> } } } | null };

export type EventBriefChangesQueryVariables = Exact<{
  transcriptId: string;
  since: number;
  after?: string | null | undefined;
}>;


export type EventBriefChangesQuery = { readonly transcript: { readonly briefDictionary: { readonly changes: { readonly revision: number, readonly completeFrom: number, readonly removed: ReadonlyArray<string>, readonly cursor: string | null, readonly put: ReadonlyArray<{ readonly code: string, readonly text: string, readonly note: string }> } } | null } | null };

export type SaveBriefsMutationVariables = Exact<{
  input: SaveBriefsInput;
}>;


export type SaveBriefsMutation = { readonly saveBriefs:
    | { readonly __typename: 'BriefDictionaryFull', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'SaveBriefsSuccess', readonly changedCount: number, readonly dictionary: { readonly revision: number, readonly entryCount: number } }
   };

export type BriefsChangedSubscriptionVariables = Exact<{
  transcriptId?: string | null | undefined;
}>;


export type BriefsChangedSubscription = { readonly briefsChanged: { readonly revision: number } };

export type AddCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AddCommentMutation = { readonly addComment:
    | { readonly __typename: 'AddCommentSuccess', readonly comment: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }
    | { readonly __typename: 'CommentHeld', readonly message: string, readonly held: { readonly id: string, readonly body: string, readonly createdAt: string, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly reason: HeldReason, readonly isRefused: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }
    | { readonly __typename: 'CommenterBanned', readonly message: string }
    | { readonly __typename: 'CommentsClosed', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
   };

export type HeldCommentFieldsFragment = { readonly id: string, readonly body: string, readonly createdAt: string, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly reason: HeldReason, readonly isRefused: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } };

export type OwnHeldCommentsQueryVariables = Exact<{
  id: string;
}>;


export type OwnHeldCommentsQuery = { readonly transcript: { readonly heldComments: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly body: string, readonly createdAt: string, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly reason: HeldReason, readonly isRefused: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }> } } | null };

export type CommentedSegmentsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type CommentedSegmentsQuery = { readonly transcript: { readonly lastSeq: number, readonly commentedSegments: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly commentCount: number } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type ReportCommentMutationVariables = Exact<{
  input: ReportCommentInput;
}>;


export type ReportCommentMutation = { readonly reportComment:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'ReportCommentSuccess' }
    | { readonly __typename: 'TooManyAttempts', readonly message: string }
   };

export type EditCommentMutationVariables = Exact<{
  input: EditCommentInput;
}>;


export type EditCommentMutation = { readonly editComment:
    | { readonly __typename: 'CommenterBanned', readonly message: string }
    | { readonly __typename: 'CommentsClosed', readonly message: string }
    | { readonly __typename: 'EditCommentSuccess', readonly comment: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }
    | { readonly __typename: 'EditNeedsReview', readonly message: string }
    | { readonly __typename: 'EditWindowClosed', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly message: string }
   };

export type RemoveCommentMutationVariables = Exact<{
  input: RemoveCommentInput;
}>;


export type RemoveCommentMutation = { readonly removeComment: { readonly removedId: string } };

export type ContentTranscriptFragment = { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly characterCount: number, readonly commentCount: number, readonly createdAt: string, readonly updatedAt: string, readonly shareCode: string | null, readonly viewPasswordSet: boolean | null };

export type ContentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
  visibility?: Visibility | null | undefined;
  status?: TranscriptStatus | null | undefined;
}>;


export type ContentListQuery = { readonly me: { readonly transcripts: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly characterCount: number, readonly commentCount: number, readonly createdAt: string, readonly updatedAt: string, readonly shareCode: string | null, readonly viewPasswordSet: boolean | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type BinListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BinListQuery = { readonly me: { readonly transcripts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly characterCount: number, readonly deletedAt: string | null, readonly purgesAt: string | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type DeleteTranscriptsMutationVariables = Exact<{
  input: DeleteTranscriptsInput;
}>;


export type DeleteTranscriptsMutation = { readonly deleteTranscripts:
    | { readonly __typename: 'DeleteTranscriptsSuccess', readonly deletedIds: ReadonlyArray<string>, readonly failures: ReadonlyArray<{ readonly id: string, readonly message: string }> }
    | { readonly __typename: 'InvalidInput', readonly message: string }
   };

export type RestoreTranscriptsMutationVariables = Exact<{
  input: RestoreTranscriptsInput;
}>;


export type RestoreTranscriptsMutation = { readonly restoreTranscripts:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'RestoreTranscriptsSuccess', readonly restoredIds: ReadonlyArray<string>, readonly failures: ReadonlyArray<{ readonly id: string, readonly message: string }> }
   };

export type PurgeTranscriptsMutationVariables = Exact<{
  input: PurgeTranscriptsInput;
}>;


export type PurgeTranscriptsMutation = { readonly purgeTranscripts:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'PurgeTranscriptsSuccess', readonly purgedIds: ReadonlyArray<string>, readonly failures: ReadonlyArray<{ readonly id: string, readonly message: string }> }
   };

export type CouponTypeFieldsFragment = { readonly id: string, readonly name: string, readonly kind: CouponKind, readonly benefit: string, readonly terms: ReadonlyArray<string> };

export type CouponFieldsFragment = { readonly id: string, readonly standing: CouponStanding, readonly source: CouponSource, readonly validFrom: string, readonly validUntil: string, readonly orderId: string | null, readonly type: { readonly id: string, readonly name: string, readonly kind: CouponKind, readonly benefit: string, readonly terms: ReadonlyArray<string> } };

export type PriceLineFieldsFragment = { readonly kind: PriceLineKind, readonly label: string, readonly amountFen: number, readonly afterFen: number };

export type CheckoutQueryVariables = Exact<{
  planId: string;
  couponId?: string | null | undefined;
}>;


export type CheckoutQuery = { readonly orderPrice: { readonly listFen: number, readonly totalFen: number, readonly bestCouponId: string | null, readonly lines: ReadonlyArray<{ readonly kind: PriceLineKind, readonly label: string, readonly amountFen: number, readonly afterFen: number }>, readonly coupons: ReadonlyArray<{ readonly totalFen: number, readonly savedFen: number, readonly problem: CouponProblem | null, readonly problemText: string | null, readonly coupon: { readonly id: string, readonly standing: CouponStanding, readonly source: CouponSource, readonly validFrom: string, readonly validUntil: string, readonly orderId: string | null, readonly type: { readonly id: string, readonly name: string, readonly kind: CouponKind, readonly benefit: string, readonly terms: ReadonlyArray<string> } } }> } | null, readonly pointPlans: ReadonlyArray<{ readonly id: string, readonly name: string, readonly points: number, readonly priceFen: number }>, readonly paymentOptions: ReadonlyArray<{ readonly method: PaymentMethod, readonly name: string, readonly instructions: string }> };

export type PlaceOrderMutationVariables = Exact<{
  input: OrderPointsInput;
}>;


export type PlaceOrderMutation = { readonly orderPoints:
    | { readonly __typename: 'CouponNotUsable', readonly problem: CouponProblem, readonly message: string }
    | { readonly __typename: 'IdempotencyConflict', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'OrderPointsSuccess', readonly order: { readonly id: string } }
    | { readonly __typename: 'PaymentMethodUnavailable', readonly message: string }
    | { readonly __typename: 'PlanNotOnSale', readonly message: string }
   };

export type CouponsPageQueryVariables = Exact<{
  filter: CouponFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type CouponsPageQuery = { readonly claimableCoupons: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: CouponKind, readonly benefit: string, readonly terms: ReadonlyArray<string> }>, readonly me: { readonly coupons: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly standing: CouponStanding, readonly source: CouponSource, readonly validFrom: string, readonly validUntil: string, readonly orderId: string | null, readonly type: { readonly id: string, readonly name: string, readonly kind: CouponKind, readonly benefit: string, readonly terms: ReadonlyArray<string> } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type ClaimCouponMutationVariables = Exact<{
  input: ClaimCouponInput;
}>;


export type ClaimCouponMutation = { readonly claimCoupon:
    | { readonly __typename: 'ClaimCouponSuccess', readonly coupons: ReadonlyArray<{ readonly id: string, readonly standing: CouponStanding, readonly source: CouponSource, readonly validFrom: string, readonly validUntil: string, readonly orderId: string | null, readonly type: { readonly id: string, readonly name: string, readonly kind: CouponKind, readonly benefit: string, readonly terms: ReadonlyArray<string> } }> }
    | { readonly __typename: 'CouponNotClaimable', readonly message: string }
    | { readonly __typename: 'IdempotencyConflict', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly message: string }
   };

export type ClaimCouponByCodeMutationVariables = Exact<{
  input: ClaimCouponByCodeInput;
}>;


export type ClaimCouponByCodeMutation = { readonly claimCouponByCode:
    | { readonly __typename: 'ClaimCouponByCodeSuccess', readonly coupons: ReadonlyArray<{ readonly id: string, readonly standing: CouponStanding, readonly source: CouponSource, readonly validFrom: string, readonly validUntil: string, readonly orderId: string | null, readonly type: { readonly id: string, readonly name: string, readonly kind: CouponKind, readonly benefit: string, readonly terms: ReadonlyArray<string> } }> }
    | { readonly __typename: 'CouponNotClaimable', readonly message: string }
    | { readonly __typename: 'IdempotencyConflict', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly field: string, readonly limit: number | null, readonly message: string }
    | { readonly __typename: 'TooManyAttempts', readonly retryAfterSeconds: number, readonly message: string }
   };

export type StaffCouponTypeFieldsFragment = { readonly issueRules: ReadonlyArray<string>, readonly isActive: boolean, readonly capTotal: number | null, readonly issueCap: number | null, readonly capPerMember: number, readonly createdAt: string, readonly id: string, readonly name: string, readonly kind: CouponKind, readonly benefit: string, readonly terms: ReadonlyArray<string>, readonly figures: { readonly issued: number, readonly reserved: number, readonly redeemed: number, readonly void: number } | null, readonly pack: ReadonlyArray<{ readonly count: number, readonly type: { readonly id: string, readonly name: string } }> };

export type StaffCouponsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type StaffCouponsQuery = { readonly couponTypes: { readonly edges: ReadonlyArray<{ readonly node: { readonly issueRules: ReadonlyArray<string>, readonly isActive: boolean, readonly capTotal: number | null, readonly issueCap: number | null, readonly capPerMember: number, readonly createdAt: string, readonly id: string, readonly name: string, readonly kind: CouponKind, readonly benefit: string, readonly terms: ReadonlyArray<string>, readonly figures: { readonly issued: number, readonly reserved: number, readonly redeemed: number, readonly void: number } | null, readonly pack: ReadonlyArray<{ readonly count: number, readonly type: { readonly id: string, readonly name: string } }> } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type CouponFormPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type CouponFormPlansQuery = { readonly pointPlans: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type CreateCouponTypeMutationVariables = Exact<{
  input: CreateCouponTypeInput;
}>;


export type CreateCouponTypeMutation = { readonly createCouponType:
    | { readonly __typename: 'CreateCouponTypeSuccess', readonly type: { readonly id: string, readonly name: string } }
    | { readonly __typename: 'InvalidInput', readonly field: string, readonly limit: number | null, readonly message: string }
   };

export type SetCouponTypeActiveMutationVariables = Exact<{
  input: SetCouponTypeActiveInput;
}>;


export type SetCouponTypeActiveMutation = { readonly setCouponTypeActive: { readonly type: { readonly id: string, readonly isActive: boolean } } };

export type IssueCouponsMutationVariables = Exact<{
  input: IssueCouponsInput;
}>;


export type IssueCouponsMutation = { readonly issueCoupons:
    | { readonly __typename: 'IdempotencyConflict', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly field: string, readonly limit: number | null, readonly message: string }
    | { readonly __typename: 'IssueCouponsSuccess', readonly issuedCount: number, readonly failures: ReadonlyArray<{ readonly id: string, readonly message: string }> }
   };

export type CrewPersonFragment = { readonly memberId: string, readonly writerKey: string, readonly displayName: string, readonly role: CrewRole, readonly isLead: boolean, readonly isViewer: boolean, readonly presence: { readonly activity: Activity, readonly segmentId: string | null } | null };

export type CrewMessageFieldsFragment = { readonly id: string, readonly seq: number, readonly authorId: string, readonly body: string, readonly createdAt: string, readonly author: { readonly displayName: string } };

export type CrewPeopleQueryVariables = Exact<{
  id: string;
}>;


export type CrewPeopleQuery = { readonly transcript: { readonly crew: ReadonlyArray<{ readonly memberId: string, readonly writerKey: string, readonly displayName: string, readonly role: CrewRole, readonly isLead: boolean, readonly isViewer: boolean, readonly presence: { readonly activity: Activity, readonly segmentId: string | null } | null }> | null } | null };

export type CrewMessagesQueryVariables = Exact<{
  id: string;
  before?: string | null | undefined;
}>;


export type CrewMessagesQuery = { readonly transcript: { readonly crewMessages: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly seq: number, readonly authorId: string, readonly body: string, readonly createdAt: string, readonly author: { readonly displayName: string } } }>, readonly pageInfo: { readonly startCursor: string | null, readonly hasPreviousPage: boolean } } } | null };

export type CrewFeedSubscriptionVariables = Exact<{
  id: string;
  after: number;
}>;


export type CrewFeedSubscription = { readonly crewFeed:
    | { readonly __typename: 'CrewChanged', readonly transcriptId: string }
    | { readonly __typename: 'CrewMessagePosted', readonly seq: number, readonly message: { readonly id: string, readonly seq: number, readonly authorId: string, readonly body: string, readonly createdAt: string, readonly author: { readonly displayName: string } } }
    | { readonly __typename: 'WriterPresent', readonly memberId: string, readonly presence: { readonly activity: Activity, readonly segmentId: string | null } }
   };

export type PostCrewMessageMutationVariables = Exact<{
  input: PostCrewMessageInput;
}>;


export type PostCrewMessageMutation = { readonly postCrewMessage:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'PostCrewMessageSuccess', readonly posted: { readonly id: string, readonly seq: number, readonly authorId: string, readonly body: string, readonly createdAt: string, readonly author: { readonly displayName: string } } }
    | { readonly __typename: 'TooManyAttempts', readonly message: string }
   };

export type ShowPresenceMutationVariables = Exact<{
  input: ShowPresenceInput;
}>;


export type ShowPresenceMutation = { readonly showPresence: { readonly shown: boolean } };

export type TakeLeadMutationVariables = Exact<{
  input: TakeLeadInput;
}>;


export type TakeLeadMutation = { readonly takeLead: { readonly transcript: { readonly id: string } } };

export type HandOverMutationVariables = Exact<{
  input: HandOverInput;
}>;


export type HandOverMutation = { readonly handOver:
    | { readonly __typename: 'HandOverSuccess' }
    | { readonly __typename: 'InvalidInput', readonly message: string }
   };

export type InviteToCrewMutationVariables = Exact<{
  input: InviteToCrewInput;
}>;


export type InviteToCrewMutation = { readonly inviteToCrew:
    | { readonly __typename: 'CrewFull', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'InviteToCrewSuccess' }
    | { readonly __typename: 'NoSuchMember', readonly message: string }
    | { readonly __typename: 'TooManyAttempts', readonly message: string }
   };

export type RemoveFromCrewMutationVariables = Exact<{
  input: RemoveFromCrewInput;
}>;


export type RemoveFromCrewMutation = { readonly removeFromCrew: { readonly transcript: { readonly id: string } } };

export type LeaveCrewMutationVariables = Exact<{
  input: LeaveCrewInput;
}>;


export type LeaveCrewMutation = { readonly leaveCrew: { readonly leftId: string } };

export type CrewTranscriptsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CrewTranscriptsQuery = { readonly me: { readonly crewTranscripts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly updatedAt: string, readonly viewerCanWrite: boolean, readonly owner: { readonly displayName: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type DashboardCommentFragment = { readonly id: string, readonly body: string, readonly createdAt: string, readonly parentId: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind }, readonly transcript: { readonly id: string, readonly title: string, readonly commentCount: number } };

export type DashboardTranscriptFragment = { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly characterCount: number, readonly updatedAt: string, readonly shareCode: string | null, readonly viewPasswordSet: boolean | null };

export type DashboardAnnouncementFragment = { readonly id: string, readonly title: string, readonly bodyHtml: string, readonly publishedAt: string };

export type DashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardQuery = { readonly me: { readonly cardPoints: { readonly balance: number, readonly debt: number }, readonly receivedComments: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly body: string, readonly createdAt: string, readonly parentId: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind }, readonly transcript: { readonly id: string, readonly title: string, readonly commentCount: number } } }> }, readonly waiting: { readonly totalCount: number }, readonly transcripts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly characterCount: number, readonly updatedAt: string, readonly shareCode: string | null, readonly viewPasswordSet: boolean | null } }> } } | null, readonly announcements: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly bodyHtml: string, readonly publishedAt: string } }> } };

export type DashboardBalanceQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardBalanceQuery = { readonly me: { readonly cardPoints: { readonly balance: number, readonly debt: number } } | null };

export type DashboardCommentsQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardCommentsQuery = { readonly me: { readonly receivedComments: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly body: string, readonly createdAt: string, readonly parentId: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind }, readonly transcript: { readonly id: string, readonly title: string, readonly commentCount: number } } }> }, readonly waiting: { readonly totalCount: number } } | null };

export type DashboardTranscriptsQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardTranscriptsQuery = { readonly me: { readonly transcripts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly characterCount: number, readonly updatedAt: string, readonly shareCode: string | null, readonly viewPasswordSet: boolean | null } }> } } | null };

export type DashboardAnnouncementsQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardAnnouncementsQuery = { readonly announcements: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly bodyHtml: string, readonly publishedAt: string } }> } };

export type AnswerCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AnswerCommentMutation = { readonly addComment:
    | { readonly __typename: 'AddCommentSuccess' }
    | { readonly __typename: 'CommentHeld', readonly message: string }
    | { readonly __typename: 'CommenterBanned', readonly message: string }
    | { readonly __typename: 'CommentsClosed', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
   };

export type DeskGlanceFragment = { readonly admission: Admission, readonly viewersUntil: string | null, readonly embedOrigins: ReadonlyArray<string> | null, readonly waitingCount: number, readonly waiting: ReadonlyArray<{ readonly id: string, readonly nickname: string, readonly createdAt: string }> };

export type DeskFeedSubscriptionVariables = Exact<{
  transcriptId: string;
}>;


export type DeskFeedSubscription = { readonly deskFeed: { readonly admission: Admission, readonly viewersUntil: string | null, readonly embedOrigins: ReadonlyArray<string> | null, readonly waitingCount: number, readonly waiting: ReadonlyArray<{ readonly id: string, readonly nickname: string, readonly createdAt: string }> } };

export type DeskViewersQueryVariables = Exact<{
  transcriptId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type DeskViewersQuery = { readonly transcriptDoor: { readonly viewers: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly nickname: string, readonly createdAt: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null } | null };

export type DeskVisitsQueryVariables = Exact<{
  transcriptId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type DeskVisitsQuery = { readonly transcriptDoor: { readonly visits: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly way: VisitWay, readonly visitorName: string, readonly addressPrefix: string, readonly createdAt: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } | null, readonly wrongPasswords: ReadonlyArray<{ readonly day: string, readonly attempts: number }> | null } | null };

export type ChangeDoorMutationVariables = Exact<{
  input: ChangeDoorInput;
}>;


export type ChangeDoorMutation = { readonly changeDoor:
    | { readonly __typename: 'ChangeDoorSuccess', readonly door: { readonly admission: Admission, readonly viewersUntil: string | null, readonly embedOrigins: ReadonlyArray<string> | null, readonly waitingCount: number, readonly waiting: ReadonlyArray<{ readonly id: string, readonly nickname: string, readonly createdAt: string }> } }
    | { readonly __typename: 'InvalidInput', readonly message: string }
   };

export type DecideViewersMutationVariables = Exact<{
  input: DecideViewersInput;
}>;


export type DecideViewersMutation = { readonly decideViewers:
    | { readonly __typename: 'DecideViewersSuccess', readonly decided: number, readonly door: { readonly admission: Admission, readonly viewersUntil: string | null, readonly embedOrigins: ReadonlyArray<string> | null, readonly waitingCount: number, readonly waiting: ReadonlyArray<{ readonly id: string, readonly nickname: string, readonly createdAt: string }> } }
    | { readonly __typename: 'InvalidInput', readonly message: string }
   };

export type RevokeViewersMutationVariables = Exact<{
  input: RevokeViewersInput;
}>;


export type RevokeViewersMutation = { readonly revokeViewers:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'RevokeViewersSuccess', readonly revoked: number }
   };

export type DoorFeedSubscriptionVariables = Exact<{
  shareCode: string;
}>;


export type DoorFeedSubscription = { readonly doorFeed: { readonly state: DoorState, readonly title: string, readonly status: TranscriptStatus, readonly viewersUntil: string | null, readonly hostIsHere: boolean } };

type Taken_MergeSegmentsSuccess_Fragment = { readonly fromSeq: number | null, readonly toSeq: number | null };

type Taken_RenameSpeakerSuccess_Fragment = { readonly fromSeq: number | null, readonly toSeq: number | null };

type Taken_RestoreSegmentSuccess_Fragment = { readonly fromSeq: number | null, readonly toSeq: number | null };

type Taken_RestoreTranscriptSuccess_Fragment = { readonly fromSeq: number | null, readonly toSeq: number | null };

type Taken_RevertChangesSuccess_Fragment = { readonly fromSeq: number | null, readonly toSeq: number | null };

type Taken_ReviseSegmentsSuccess_Fragment = { readonly fromSeq: number | null, readonly toSeq: number | null };

type Taken_SplitSegmentSuccess_Fragment = { readonly fromSeq: number | null, readonly toSeq: number | null };

export type TakenFragment =
  | Taken_MergeSegmentsSuccess_Fragment
  | Taken_RenameSpeakerSuccess_Fragment
  | Taken_RestoreSegmentSuccess_Fragment
  | Taken_RestoreTranscriptSuccess_Fragment
  | Taken_RevertChangesSuccess_Fragment
  | Taken_ReviseSegmentsSuccess_Fragment
  | Taken_SplitSegmentSuccess_Fragment
;

export type MadeFragment = { readonly id: string, readonly revision: number };

export type SplitSegmentMutationVariables = Exact<{
  input: SplitSegmentInput;
}>;


export type SplitSegmentMutation = { readonly splitSegment:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'SegmentConflict', readonly message: string, readonly current: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }
    | { readonly __typename: 'SplitSegmentSuccess', readonly fromSeq: number | null, readonly toSeq: number | null, readonly segment: { readonly id: string, readonly revision: number }, readonly newSegment: { readonly id: string, readonly revision: number } }
   };

export type MergeSegmentsMutationVariables = Exact<{
  input: MergeSegmentsInput;
}>;


export type MergeSegmentsMutation = { readonly mergeSegments:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'MergeSegmentsSuccess', readonly fromSeq: number | null, readonly toSeq: number | null, readonly segment: { readonly id: string, readonly revision: number } }
    | { readonly __typename: 'SegmentConflict', readonly message: string, readonly current: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }
   };

export type ReviseSegmentsMutationVariables = Exact<{
  input: ReviseSegmentsInput;
}>;


export type ReviseSegmentsMutation = { readonly reviseSegments:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'ReviseSegmentsSuccess', readonly fromSeq: number | null, readonly toSeq: number | null, readonly outcomes: ReadonlyArray<{ readonly id: string, readonly isRevised: boolean, readonly segment: { readonly id: string, readonly revision: number } | null }> }
   };

export type RenameSpeakerMutationVariables = Exact<{
  input: RenameSpeakerInput;
}>;


export type RenameSpeakerMutation = { readonly renameSpeaker:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'RenameSpeakerSuccess', readonly renamedCount: number, readonly fromSeq: number | null, readonly toSeq: number | null }
   };

export type RestoreSegmentMutationVariables = Exact<{
  input: RestoreSegmentInput;
}>;


export type RestoreSegmentMutation = { readonly restoreSegment:
    | { readonly __typename: 'RestoreSegmentSuccess', readonly fromSeq: number | null, readonly toSeq: number | null, readonly segment: { readonly id: string, readonly revision: number } }
    | { readonly __typename: 'SegmentConflict', readonly message: string, readonly current: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }
   };

export type RestoreTranscriptMutationVariables = Exact<{
  input: RestoreTranscriptInput;
}>;


export type RestoreTranscriptMutation = { readonly restoreTranscript:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'RestoreTranscriptSuccess', readonly revertedCount: number, readonly fromSeq: number | null, readonly toSeq: number | null, readonly conflicts: ReadonlyArray<{ readonly id: string }> }
   };

export type RevertChangesMutationVariables = Exact<{
  input: RevertChangesInput;
}>;


export type RevertChangesMutation = { readonly revertChanges:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'RevertChangesSuccess', readonly revertedCount: number, readonly fromSeq: number | null, readonly toSeq: number | null, readonly conflicts: ReadonlyArray<{ readonly id: string }> }
   };

export type FindInTranscriptQueryVariables = Exact<{
  id: string;
  search: string;
  after?: string | null | undefined;
}>;


export type FindInTranscriptQuery = { readonly transcript: { readonly segments: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type SegmentFieldsFragment = { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string };

export type FeedCommentFieldsFragment = { readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } };

export type CommentFieldsFragment = { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } };

export type ThreadFieldsFragment = { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly replies: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } };

export type TranscriptStateFragment = { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly startedAt: string | null, readonly endedAt: string | null, readonly commentMode: CommentMode, readonly leadWriter: { readonly displayName: string } };

export type LiveSnapshotFieldsFragment = { readonly lastSeq: number, readonly createdAt: string, readonly commentCount: number, readonly segmentCount: number, readonly viewerIsOwner: boolean, readonly viewerCanWrite: boolean, readonly viewerIsCrew: boolean, readonly viewerCanComment: boolean, readonly viewerName: string | null, readonly viewerKey: string | null, readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly startedAt: string | null, readonly endedAt: string | null, readonly commentMode: CommentMode, readonly owner: { readonly displayName: string }, readonly segments: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }>, readonly pageInfo: { readonly startCursor: string | null, readonly hasPreviousPage: boolean } }, readonly comments: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly replies: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly startCursor: string | null, readonly hasPreviousPage: boolean } }, readonly leadWriter: { readonly displayName: string } };

export type OpenTranscriptMutationVariables = Exact<{
  input: OpenTranscriptInput;
}>;


export type OpenTranscriptMutation = { readonly openTranscript:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string }
    | { readonly __typename: 'OpenTranscriptSuccess', readonly token: string }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'ViewingEnded', readonly message: string }
    | { readonly __typename: 'WaitingForApproval', readonly token: string, readonly message: string }
    | { readonly __typename: 'WrongViewPassword', readonly message: string }
   };

export type SegmentHistoryQueryVariables = Exact<{
  id: string;
  segmentId: string;
}>;


export type SegmentHistoryQuery = { readonly transcript: { readonly segment: { readonly id: string, readonly revision: number, readonly history: { readonly edges: ReadonlyArray<{ readonly node: { readonly seq: number, readonly act: SegmentAct, readonly speaker: string | null, readonly text: string, readonly isChecked: boolean, readonly madeBy: string, readonly madeAt: string } }> } } | null } | null };

export type SegmentsToSearchQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type SegmentsToSearchQuery = { readonly transcript: { readonly segmentCount: number, readonly segments: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly revision: number, readonly speaker: string | null, readonly text: string } }> } } | null };

export type RemovedSegmentsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type RemovedSegmentsQuery = { readonly transcript: { readonly removedSegments: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number } }> } } | null };

export type TranscriptAsOfQueryVariables = Exact<{
  id: string;
  seq: number;
  after?: string | null | undefined;
}>;


export type TranscriptAsOfQuery = { readonly transcript: { readonly asOf: { readonly seq: number, readonly at: string | null, readonly segments: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly speaker: string | null, readonly text: string } }> } } | null } | null };

export type PublicTranscriptListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type PublicTranscriptListQuery = { readonly publicTranscripts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly createdAt: string, readonly owner: { readonly displayName: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type NotificationFieldsFragment = { readonly id: string, readonly seq: number, readonly purpose: NotificationPurpose, readonly title: string, readonly body: string, readonly path: string | null, readonly createdAt: string, readonly readAt: string | null };

export type UnreadNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNotificationsQuery = { readonly me: { readonly id: string, readonly unreadNotificationCount: number } | null };

export type InboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unreadOnly: boolean;
}>;


export type InboxQuery = { readonly me: { readonly id: string, readonly unreadNotificationCount: number, readonly notifications: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly seq: number, readonly purpose: NotificationPurpose, readonly title: string, readonly body: string, readonly path: string | null, readonly createdAt: string, readonly readAt: string | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type MarkNotificationsReadMutationVariables = Exact<{
  input: MarkNotificationsReadInput;
}>;


export type MarkNotificationsReadMutation = { readonly markNotificationsRead:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'MarkNotificationsReadSuccess', readonly unreadCount: number }
   };

export type ChannelSettingsFieldsFragment = { readonly channel: NotificationChannel, readonly isConfigured: boolean, readonly hasAddress: boolean, readonly consents: ReadonlyArray<{ readonly purpose: NotificationPurpose, readonly isOn: boolean, readonly isOptional: boolean }> };

export type NotificationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationSettingsQuery = { readonly me: { readonly id: string, readonly notificationSettings: ReadonlyArray<{ readonly channel: NotificationChannel, readonly isConfigured: boolean, readonly hasAddress: boolean, readonly consents: ReadonlyArray<{ readonly purpose: NotificationPurpose, readonly isOn: boolean, readonly isOptional: boolean }> }> } | null };

export type SetNotificationConsentMutationVariables = Exact<{
  input: SetNotificationConsentInput;
}>;


export type SetNotificationConsentMutation = { readonly setNotificationConsent:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'SetNotificationConsentSuccess', readonly settings: ReadonlyArray<{ readonly channel: NotificationChannel, readonly isConfigured: boolean, readonly hasAddress: boolean, readonly consents: ReadonlyArray<{ readonly purpose: NotificationPurpose, readonly isOn: boolean, readonly isOptional: boolean }> }> }
   };

export type JobFieldsFragment = { readonly name: string, readonly title: string, readonly everySeconds: number | null, readonly standing: JobStanding, readonly runningSince: string | null, readonly lastFinishedAt: string | null, readonly lastError: string | null, readonly nextRunAt: string | null, readonly waitingCount: number, readonly retryingCount: number, readonly failedCount: number, readonly progress: { readonly done: number, readonly total: number } | null };

export type StaffJobsQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffJobsQuery = { readonly jobs: ReadonlyArray<{ readonly name: string, readonly title: string, readonly everySeconds: number | null, readonly standing: JobStanding, readonly runningSince: string | null, readonly lastFinishedAt: string | null, readonly lastError: string | null, readonly nextRunAt: string | null, readonly waitingCount: number, readonly retryingCount: number, readonly failedCount: number, readonly progress: { readonly done: number, readonly total: number } | null }> };

export type RunJobNowMutationVariables = Exact<{
  input: RunJobNowInput;
}>;


export type RunJobNowMutation = { readonly runJobNow: { readonly job: { readonly name: string, readonly title: string, readonly everySeconds: number | null, readonly standing: JobStanding, readonly runningSince: string | null, readonly lastFinishedAt: string | null, readonly lastError: string | null, readonly nextRunAt: string | null, readonly waitingCount: number, readonly retryingCount: number, readonly failedCount: number, readonly progress: { readonly done: number, readonly total: number } | null } } };

export type LiveSnapshotQueryVariables = Exact<{
  id: string;
}>;


export type LiveSnapshotQuery = { readonly transcript: { readonly lastSeq: number, readonly createdAt: string, readonly commentCount: number, readonly segmentCount: number, readonly viewerIsOwner: boolean, readonly viewerCanWrite: boolean, readonly viewerIsCrew: boolean, readonly viewerCanComment: boolean, readonly viewerName: string | null, readonly viewerKey: string | null, readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly startedAt: string | null, readonly endedAt: string | null, readonly commentMode: CommentMode, readonly owner: { readonly displayName: string }, readonly segments: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }>, readonly pageInfo: { readonly startCursor: string | null, readonly hasPreviousPage: boolean } }, readonly comments: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly replies: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly startCursor: string | null, readonly hasPreviousPage: boolean } }, readonly leadWriter: { readonly displayName: string } } | null };

export type LastSeqQueryVariables = Exact<{
  id: string;
}>;


export type LastSeqQuery = { readonly transcript: { readonly lastSeq: number } | null };

export type OlderSegmentsQueryVariables = Exact<{
  id: string;
  before: string;
}>;


export type OlderSegmentsQuery = { readonly transcript: { readonly segments: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }>, readonly pageInfo: { readonly startCursor: string | null, readonly hasPreviousPage: boolean } } } | null };

export type OlderCommentsQueryVariables = Exact<{
  id: string;
  before: string;
}>;


export type OlderCommentsQuery = { readonly transcript: { readonly comments: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly replies: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly startCursor: string | null, readonly hasPreviousPage: boolean } } } | null };

export type MoreRepliesQueryVariables = Exact<{
  id: string;
  commentId: string;
  after?: string | null | undefined;
}>;


export type MoreRepliesQuery = { readonly transcript: { readonly comment: { readonly replies: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null } | null };

export type LiveFeedSubscriptionVariables = Exact<{
  id: string;
  after: number;
}>;


export type LiveFeedSubscription = { readonly transcriptFeed:
    | { readonly __typename: 'AudienceCounted', readonly count: number }
    | { readonly __typename: 'CommentEdited', readonly seq: number, readonly comment: { readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }
    | { readonly __typename: 'CommentPosted', readonly seq: number, readonly comment: { readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }
    | { readonly __typename: 'CommentRemoved', readonly seq: number, readonly commentId: string }
    | { readonly __typename: 'DraftShown', readonly writerKey: string, readonly text: string, readonly speaker: string | null, readonly writer: { readonly displayName: string } }
    | { readonly __typename: 'SegmentAppended', readonly seq: number, readonly endsDraftOf: string | null, readonly segment: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }
    | { readonly __typename: 'SegmentRemoved', readonly seq: number, readonly segmentId: string }
    | { readonly __typename: 'SegmentRevised', readonly seq: number, readonly segment: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }
    | { readonly __typename: 'TranscriptChanged', readonly seq: number, readonly transcript: { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly startedAt: string | null, readonly endedAt: string | null, readonly commentMode: CommentMode, readonly leadWriter: { readonly displayName: string } } }
   };

export type MemberFeedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type MemberFeedSubscription = { readonly memberFeed:
    | { readonly __typename: 'AnnouncementPublished', readonly announcement: { readonly id: string, readonly title: string, readonly publishedAt: string } | null }
    | { readonly __typename: 'BalanceChanged', readonly balance: number, readonly debt: number }
    | { readonly __typename: 'CommentReceived', readonly comment: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly transcript: { readonly id: string, readonly title: string }, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } | null }
    | { readonly __typename: 'CommentToReview' }
    | { readonly __typename: 'NotificationsChanged', readonly unreadCount: number }
    | { readonly __typename: 'OrderChanged', readonly order: { readonly id: string, readonly status: OrderStatus } | null }
    | { readonly __typename: 'RewardsChanged', readonly balance: number, readonly pending: number }
   };

export type TierLevelFieldsFragment = { readonly code: TierCode, readonly name: string, readonly payPercent: number, readonly pointsTimes: number, readonly privileges: ReadonlyArray<string>, readonly asks: string };

export type MembershipQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MembershipQuery = { readonly me: { readonly id: string, readonly tier: { readonly since: string | null, readonly reviewOn: string | null, readonly graceUntil: string | null, readonly grantedUntil: string | null, readonly frequency: FrequencyBand, readonly windowMonths: number, readonly spendFen: number, readonly orders: number, readonly level: { readonly code: TierCode, readonly name: string, readonly payPercent: number, readonly pointsTimes: number, readonly privileges: ReadonlyArray<string>, readonly asks: string }, readonly heldLevel: { readonly code: TierCode, readonly name: string }, readonly next: { readonly code: TierCode, readonly name: string } | null, readonly ways: ReadonlyArray<{ readonly kind: TierWayKind, readonly have: number, readonly need: number, readonly text: string }>, readonly decisions: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly decidedAt: string, readonly text: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } } | null, readonly tierLevels: ReadonlyArray<{ readonly code: TierCode, readonly name: string, readonly payPercent: number, readonly pointsTimes: number, readonly privileges: ReadonlyArray<string>, readonly asks: string }> };

export type ProgrammeRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgrammeRulesQuery = { readonly programme: { readonly version: number, readonly effectiveFrom: string, readonly sections: ReadonlyArray<{ readonly id: string, readonly title: string, readonly rules: ReadonlyArray<{ readonly isInForce: boolean, readonly text: string }> }> } };

export type CommentModerationQueryVariables = Exact<{
  id: string;
}>;


export type CommentModerationQuery = { readonly transcript: { readonly commentMode: CommentMode, readonly commentWords: ReadonlyArray<string> | null, readonly heldComments: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly body: string, readonly createdAt: string, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly reason: HeldReason, readonly isRefused: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }> }, readonly reportedComments: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly reports: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reason: ReportReason, readonly note: string | null } }> }, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }> }, readonly commentBans: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly createdAt: string, readonly banned: { readonly displayName: string, readonly kind: ParticipantKind } } }> } } | null };

export type CommentsToDecideQueryVariables = Exact<{
  id: string;
}>;


export type CommentsToDecideQuery = { readonly transcript: { readonly heldComments: { readonly totalCount: number }, readonly reportedComments: { readonly totalCount: number } } | null };

export type ModerationNewsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ModerationNewsSubscription = { readonly memberFeed:
    | { readonly __typename: 'AnnouncementPublished' }
    | { readonly __typename: 'BalanceChanged' }
    | { readonly __typename: 'CommentReceived' }
    | { readonly __typename: 'CommentToReview', readonly transcript: { readonly id: string } | null }
    | { readonly __typename: 'NotificationsChanged' }
    | { readonly __typename: 'OrderChanged' }
    | { readonly __typename: 'RewardsChanged' }
   };

export type SetCommentModeMutationVariables = Exact<{
  input: SetCommentModeInput;
}>;


export type SetCommentModeMutation = { readonly setCommentMode: { readonly transcript: { readonly id: string, readonly commentMode: CommentMode } } };

export type SetCommentWordsMutationVariables = Exact<{
  input: SetCommentWordsInput;
}>;


export type SetCommentWordsMutation = { readonly setCommentWords:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'SetCommentWordsSuccess', readonly words: ReadonlyArray<string> }
   };

export type ReviewCommentsMutationVariables = Exact<{
  input: ReviewCommentsInput;
}>;


export type ReviewCommentsMutation = { readonly reviewComments:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'ReviewCommentsSuccess', readonly decidedIds: ReadonlyArray<string> }
   };

export type DismissReportsMutationVariables = Exact<{
  input: DismissReportsInput;
}>;


export type DismissReportsMutation = { readonly dismissReports: { readonly dismissedId: string } };

export type BanCommenterMutationVariables = Exact<{
  input: BanCommenterInput;
}>;


export type BanCommenterMutation = { readonly banCommenter:
    | { readonly __typename: 'BanCommenterSuccess', readonly ban: { readonly id: string } }
    | { readonly __typename: 'InvalidInput', readonly message: string }
   };

export type UnbanCommenterMutationVariables = Exact<{
  input: UnbanCommenterInput;
}>;


export type UnbanCommenterMutation = { readonly unbanCommenter: { readonly endedId: string } };

export type AppendSegmentMutationVariables = Exact<{
  input: AppendSegmentInput;
}>;


export type AppendSegmentMutation = { readonly appendSegment:
    | { readonly __typename: 'AppendSegmentSuccess', readonly segment: { readonly id: string, readonly seq: number, readonly revision: number } }
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'TranscriptNotLive', readonly message: string }
   };

export type ReviseSegmentMutationVariables = Exact<{
  input: ReviseSegmentInput;
}>;


export type ReviseSegmentMutation = { readonly reviseSegment:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'ReviseSegmentSuccess', readonly seq: number | null, readonly segment: { readonly id: string, readonly revision: number } }
    | { readonly __typename: 'SegmentConflict', readonly message: string, readonly current: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }
   };

export type RemoveSegmentMutationVariables = Exact<{
  input: RemoveSegmentInput;
}>;


export type RemoveSegmentMutation = { readonly removeSegment: { readonly removedId: string, readonly seq: number } };

export type ShowDraftMutationVariables = Exact<{
  input: ShowDraftInput;
}>;


export type ShowDraftMutation = { readonly showDraft:
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'ShowDraftSuccess' }
    | { readonly __typename: 'TranscriptNotLive' }
   };

export type FigureFieldsFragment = { readonly key: string, readonly kind: FigureKind, readonly label: string, readonly value: string, readonly options: ReadonlyArray<{ readonly value: string, readonly name: string }> };

export type ProgrammeEditorQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgrammeEditorQuery = { readonly newestProgramme: { readonly version: number, readonly effectiveFrom: string, readonly sections: ReadonlyArray<{ readonly id: string, readonly title: string, readonly rules: ReadonlyArray<{ readonly switch: { readonly key: string, readonly kind: FigureKind, readonly label: string, readonly value: string, readonly options: ReadonlyArray<{ readonly value: string, readonly name: string }> } | null, readonly parts: ReadonlyArray<{ readonly words: string, readonly figure: { readonly key: string, readonly kind: FigureKind, readonly label: string, readonly value: string, readonly options: ReadonlyArray<{ readonly value: string, readonly name: string }> } | null }> }> }> }, readonly programmePresets: ReadonlyArray<{ readonly id: string, readonly name: string, readonly about: string, readonly figures: ReadonlyArray<{ readonly key: string, readonly value: string }> }> };

export type ProgrammeVersionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ProgrammeVersionsQuery = { readonly programmeVersions: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly version: number, readonly note: string, readonly effectiveFrom: string, readonly savedAt: string, readonly isInForce: boolean, readonly savedBy: { readonly id: string, readonly displayName: string } | null, readonly changes: ReadonlyArray<{ readonly key: string, readonly label: string, readonly before: string, readonly after: string }> } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type SaveProgrammeMutationVariables = Exact<{
  input: SaveProgrammeInput;
}>;


export type SaveProgrammeMutation = { readonly saveProgramme:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string }
    | { readonly __typename: 'ProgrammeContradictory', readonly message: string, readonly contradictions: ReadonlyArray<{ readonly reason: string, readonly keys: ReadonlyArray<string> }> }
    | { readonly __typename: 'ProgrammeMovedOn', readonly message: string }
    | { readonly __typename: 'SaveProgrammeSuccess', readonly version: { readonly version: number, readonly isInForce: boolean } }
   };

export type PreviewProgrammeQueryVariables = Exact<{
  input: PreviewProgrammeInput;
}>;


export type PreviewProgrammeQuery = { readonly previewProgramme:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string }
    | { readonly __typename: 'PreviewProgrammeSuccess', readonly total: number, readonly moves: ReadonlyArray<{ readonly from: TierCode, readonly fromName: string, readonly to: TierCode, readonly toName: string, readonly count: number, readonly isAtOnce: boolean }> }
    | { readonly __typename: 'ProgrammeContradictory', readonly message: string, readonly contradictions: ReadonlyArray<{ readonly reason: string, readonly keys: ReadonlyArray<string> }> }
    | { readonly __typename: 'ProgrammeMovedOn', readonly message: string }
   };

export type TierRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type TierRunsQuery = { readonly tierRuns: ReadonlyArray<{ readonly id: string, readonly total: number, readonly done: number, readonly changed: number, readonly configVersion: number, readonly startedAt: string, readonly finishedAt: string | null }> };

export type RunTiersMutationVariables = Exact<{ [key: string]: never; }>;


export type RunTiersMutation = { readonly runTiers: { readonly __typename: 'RunTiersSuccess', readonly run: { readonly id: string } } };

export type SharedTranscriptDoorQueryVariables = Exact<{
  shareCode: string;
}>;


export type SharedTranscriptDoorQuery = { readonly sharedTranscript: { readonly title: string, readonly status: TranscriptStatus, readonly state: DoorState, readonly owner: { readonly displayName: string }, readonly transcript: { readonly lastSeq: number, readonly createdAt: string, readonly commentCount: number, readonly segmentCount: number, readonly viewerIsOwner: boolean, readonly viewerCanWrite: boolean, readonly viewerIsCrew: boolean, readonly viewerCanComment: boolean, readonly viewerName: string | null, readonly viewerKey: string | null, readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly startedAt: string | null, readonly endedAt: string | null, readonly commentMode: CommentMode, readonly owner: { readonly displayName: string }, readonly segments: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly seq: number, readonly position: string, readonly speaker: string | null, readonly text: string, readonly startedMs: number, readonly endedMs: number | null, readonly revision: number, readonly checkedAt: string | null, readonly createdAt: string } }>, readonly pageInfo: { readonly startCursor: string | null, readonly hasPreviousPage: boolean } }, readonly comments: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly replies: { readonly edges: ReadonlyArray<{ readonly node: { readonly viewerIsAuthor: boolean, readonly viewerCanEdit: boolean, readonly id: string, readonly seq: number, readonly body: string, readonly createdAt: string, readonly editedAt: string | null, readonly isRemoved: boolean, readonly parentId: string | null, readonly segmentId: string | null, readonly quote: string | null, readonly isAnswered: boolean, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly author: { readonly displayName: string, readonly kind: ParticipantKind } } }>, readonly pageInfo: { readonly startCursor: string | null, readonly hasPreviousPage: boolean } }, readonly leadWriter: { readonly displayName: string } } | null } | null };

export type PaidOrderFieldsFragment = { readonly id: string, readonly reference: string, readonly planName: string, readonly points: number, readonly amountFen: number, readonly refundedFen: number, readonly refundedPoints: number, readonly completedAt: string | null, readonly buyer: { readonly id: string, readonly displayName: string } | null };

export type PaidOrdersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PaidOrdersQuery = { readonly completedOrders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly planName: string, readonly points: number, readonly amountFen: number, readonly refundedFen: number, readonly refundedPoints: number, readonly completedAt: string | null, readonly buyer: { readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type RefundOrderMutationVariables = Exact<{
  input: RefundOrderInput;
}>;


export type RefundOrderMutation = { readonly refundOrder:
    | { readonly __typename: 'IdempotencyConflict', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly field: string, readonly limit: number | null, readonly message: string }
    | { readonly __typename: 'OrderNotRefundable', readonly message: string }
    | { readonly __typename: 'RefundOrderSuccess', readonly order: { readonly id: string, readonly reference: string, readonly planName: string, readonly points: number, readonly amountFen: number, readonly refundedFen: number, readonly refundedPoints: number, readonly completedAt: string | null, readonly buyer: { readonly id: string, readonly displayName: string } | null } }
   };

export type PointLotFieldsFragment = { readonly id: string, readonly kind: PointLotKind, readonly remaining: number, readonly isPending: boolean, readonly availableAt: string, readonly expiresAt: string | null };

export type PointsPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PointsPageQuery = { readonly me: { readonly rewardPoints: { readonly balance: number, readonly pending: number, readonly held: number, readonly debt: number, readonly lots: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: PointLotKind, readonly remaining: number, readonly isPending: boolean, readonly availableAt: string, readonly expiresAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly entries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: PointEntryKind, readonly amount: number, readonly balanceAfter: number, readonly createdAt: string, readonly reason: string, readonly subjectId: string | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } }, readonly cardPoints: { readonly lots: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: PointLotKind, readonly remaining: number, readonly isPending: boolean, readonly availableAt: string, readonly expiresAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean } } } } | null };

export type AdjustPointsMutationVariables = Exact<{
  input: AdjustPointsInput;
}>;


export type AdjustPointsMutation = { readonly adjustPoints:
    | { readonly __typename: 'AdjustPointsSuccess', readonly account: { readonly id: string } }
    | { readonly __typename: 'IdempotencyConflict', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly field: string, readonly limit: number | null, readonly message: string }
    | { readonly __typename: 'NotEnoughPoints', readonly available: number, readonly message: string }
   };

export type StaffRewardsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type StaffRewardsQuery = { readonly memberAccount: { readonly id: string, readonly rewardPoints: { readonly balance: number, readonly pending: number, readonly held: number, readonly debt: number, readonly entries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: PointEntryKind, readonly amount: number, readonly balanceAfter: number, readonly createdAt: string, readonly reason: string, readonly subjectId: string | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } } | null };

export type RoomStartQueryVariables = Exact<{ [key: string]: never; }>;


export type RoomStartQuery = { readonly me: { readonly defaultViewPasswordSet: boolean, readonly cardPoints: { readonly balance: number }, readonly live: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly updatedAt: string, readonly characterCount: number } }> }, readonly ready: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly updatedAt: string, readonly characterCount: number } }> }, readonly ended: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly updatedAt: string, readonly characterCount: number } }> } } | null };

export type UnfinishedTranscriptFragment = { readonly id: string, readonly title: string, readonly status: TranscriptStatus, readonly visibility: Visibility, readonly updatedAt: string, readonly characterCount: number };

export type CreateTranscriptMutationVariables = Exact<{
  input: CreateTranscriptInput;
}>;


export type CreateTranscriptMutation = { readonly createTranscript:
    | { readonly __typename: 'CreateTranscriptSuccess', readonly viewPassword: string | null, readonly transcript: { readonly id: string } }
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
   };

export type ImportTranscriptMutationVariables = Exact<{
  input: ImportTranscriptInput;
}>;


export type ImportTranscriptMutation = { readonly importTranscript:
    | { readonly __typename: 'ImportTranscriptSuccess', readonly segmentCount: number, readonly transcript: { readonly id: string, readonly title: string, readonly characterCount: number, readonly segments: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly speaker: string | null, readonly text: string } }> } } }
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
   };

export type RoomMeterQueryVariables = Exact<{
  id: string;
}>;


export type RoomMeterQuery = { readonly me: { readonly cardPoints: { readonly balance: number, readonly debt: number } } | null, readonly transcript: { readonly shareCode: string | null, readonly viewPasswordSet: boolean | null, readonly liveSession: { readonly startedAt: string, readonly firstSegmentAt: string | null, readonly minutes: number, readonly pointsSpent: number } | null } | null };

export type RoomNewsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type RoomNewsSubscription = { readonly memberFeed:
    | { readonly __typename: 'AnnouncementPublished' }
    | { readonly __typename: 'BalanceChanged', readonly balance: number, readonly debt: number }
    | { readonly __typename: 'CommentReceived' }
    | { readonly __typename: 'CommentToReview' }
    | { readonly __typename: 'NotificationsChanged' }
    | { readonly __typename: 'OrderChanged' }
    | { readonly __typename: 'RewardsChanged' }
   };

export type StartLiveMutationVariables = Exact<{
  input: StartLiveInput;
}>;


export type StartLiveMutation = { readonly startLive:
    | { readonly __typename: 'InsufficientPoints', readonly message: string, readonly balance: number }
    | { readonly __typename: 'StartLiveSuccess', readonly transcript: { readonly id: string } }
   };

export type EndLiveMutationVariables = Exact<{
  input: EndLiveInput;
}>;


export type EndLiveMutation = { readonly endLive:
    | { readonly __typename: 'EndLiveSuccess', readonly minutes: number, readonly pointsSpent: number, readonly transcript: { readonly id: string, readonly characterCount: number, readonly segmentCount: number, readonly visibility: Visibility } }
    | { readonly __typename: 'TranscriptNotLive', readonly message: string }
   };

export type RenameRoomMutationVariables = Exact<{
  input: RenameTranscriptInput;
}>;


export type RenameRoomMutation = { readonly renameTranscript:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'RenameTranscriptSuccess' }
   };

export type SetRoomVisibilityMutationVariables = Exact<{
  input: SetVisibilityInput;
}>;


export type SetRoomVisibilityMutation = { readonly setVisibility:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'SetVisibilitySuccess' }
   };

export type SetRoomViewPasswordMutationVariables = Exact<{
  input: SetViewPasswordInput;
}>;


export type SetRoomViewPasswordMutation = { readonly setViewPassword:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'SetViewPasswordSuccess', readonly viewPassword: string | null, readonly viewersSignedOut: number }
   };

export type SecurityPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SecurityPageQuery = { readonly me: { readonly username: string, readonly email: string | null, readonly securityQuestion: string | null, readonly securityQuestionSet: boolean, readonly recoveryCodesLeft: number, readonly sessions: ReadonlyArray<{ readonly id: string, readonly device: string, readonly address: string, readonly createdAt: string, readonly lastSeenAt: string, readonly isCurrent: boolean }> } | null };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword:
    | { readonly __typename: 'ChangePasswordSuccess', readonly sessionsEnded: number }
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'WrongPassword', readonly message: string }
   };

export type SetSecurityQuestionMutationVariables = Exact<{
  input: SetSecurityQuestionInput;
}>;


export type SetSecurityQuestionMutation = { readonly setSecurityQuestion:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'SetSecurityQuestionSuccess', readonly member: { readonly securityQuestion: string | null, readonly securityQuestionSet: boolean } }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'WrongPassword', readonly message: string }
   };

export type CreateRecoveryCodesMutationVariables = Exact<{
  input: CreateRecoveryCodesInput;
}>;


export type CreateRecoveryCodesMutation = { readonly createRecoveryCodes:
    | { readonly __typename: 'CreateRecoveryCodesSuccess', readonly codes: ReadonlyArray<string> }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'WrongPassword', readonly message: string }
   };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { readonly revokeSession: { readonly revokedId: string } };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { readonly endOtherSessions: { readonly sessionsEnded: number } };

export type CurrentSessionQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentSessionQuery = { readonly me: { readonly id: string, readonly username: string, readonly displayName: string, readonly role: MemberRole, readonly locale: string, readonly timeZone: string } | null, readonly serviceInfo: { readonly version: string, readonly welcomePoints: number, readonly pointsPerMinute: number, readonly mailIsConfigured: boolean, readonly needsSetup: boolean, readonly binDays: number, readonly commentEditMinutes: number } };

export type LogInMutationVariables = Exact<{
  input: LogInInput;
}>;


export type LogInMutation = { readonly logIn:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'LogInSuccess' }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'WrongCredentials', readonly message: string }
   };

export type LogOutMutationVariables = Exact<{ [key: string]: never; }>;


export type LogOutMutation = { readonly logOut: { readonly sessionsEnded: number } };

export type SettingsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsPageQuery = { readonly me: { readonly defaultViewPasswordSet: boolean, readonly username: string, readonly displayName: string, readonly email: string | null, readonly phone: string | null, readonly birthday: string | null, readonly locale: string, readonly timeZone: string } | null };

export type ProfileFieldsFragment = { readonly username: string, readonly displayName: string, readonly email: string | null, readonly phone: string | null, readonly birthday: string | null, readonly locale: string, readonly timeZone: string };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { readonly updateProfile:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'UpdateProfileSuccess', readonly member: { readonly username: string, readonly displayName: string, readonly email: string | null, readonly phone: string | null, readonly birthday: string | null, readonly locale: string, readonly timeZone: string } }
   };

export type SetDefaultViewPasswordMutationVariables = Exact<{
  input: SetDefaultViewPasswordInput;
}>;


export type SetDefaultViewPasswordMutation = { readonly setDefaultViewPassword:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'SetDefaultViewPasswordSuccess', readonly member: { readonly defaultViewPasswordSet: boolean } }
    | { readonly __typename: 'TooManyAttempts', readonly message: string, readonly retryAfterSeconds: number }
    | { readonly __typename: 'WrongPassword', readonly message: string }
   };

export type SetTranscriptVisibilityMutationVariables = Exact<{
  input: SetVisibilityInput;
}>;


export type SetTranscriptVisibilityMutation = { readonly setVisibility:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'SetVisibilitySuccess', readonly transcript: { readonly id: string, readonly visibility: Visibility } }
   };

export type RenameTranscriptInListMutationVariables = Exact<{
  input: RenameTranscriptInput;
}>;


export type RenameTranscriptInListMutation = { readonly renameTranscript:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'RenameTranscriptSuccess', readonly transcript: { readonly id: string, readonly title: string } }
   };

export type RenewViewPasswordMutationVariables = Exact<{
  input: SetViewPasswordInput;
}>;


export type RenewViewPasswordMutation = { readonly setViewPassword:
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'SetViewPasswordSuccess', readonly viewPassword: string | null, readonly viewersSignedOut: number }
   };

export type DeliveryFieldsFragment = { readonly id: string, readonly channel: NotificationChannel, readonly state: DeliveryState, readonly title: string, readonly recipient: string | null, readonly attempts: number, readonly dueAt: string | null, readonly sentAt: string | null, readonly lastError: string | null, readonly createdAt: string, readonly member: { readonly id: string, readonly displayName: string } | null };

export type StaffNotificationTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffNotificationTemplatesQuery = { readonly notificationChannels: ReadonlyArray<{ readonly channel: NotificationChannel, readonly isConfigured: boolean }>, readonly notificationTemplates: ReadonlyArray<{ readonly id: string, readonly name: string, readonly purpose: NotificationPurpose, readonly samples: ReadonlyArray<{ readonly locale: string, readonly title: string, readonly body: string }> }> };

export type StaffDeliveriesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: DeliveryState | null | undefined;
}>;


export type StaffDeliveriesQuery = { readonly notificationDeliveries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly channel: NotificationChannel, readonly state: DeliveryState, readonly title: string, readonly recipient: string | null, readonly attempts: number, readonly dueAt: string | null, readonly sentAt: string | null, readonly lastError: string | null, readonly createdAt: string, readonly member: { readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type ResendNotificationMutationVariables = Exact<{
  input: ResendNotificationInput;
}>;


export type ResendNotificationMutation = { readonly resendNotification: { readonly delivery: { readonly id: string, readonly channel: NotificationChannel, readonly state: DeliveryState, readonly title: string, readonly recipient: string | null, readonly attempts: number, readonly dueAt: string | null, readonly sentAt: string | null, readonly lastError: string | null, readonly createdAt: string, readonly member: { readonly id: string, readonly displayName: string } | null } } };

export type StaffAnnouncementFieldsFragment = { readonly id: string, readonly title: string, readonly body: string, readonly bodyHtml: string, readonly publishedAt: string };

export type StaffPlanFieldsFragment = { readonly id: string, readonly name: string, readonly points: number, readonly priceFen: number, readonly isOnSale: boolean };

export type StaffBatchFieldsFragment = { readonly id: string, readonly count: number, readonly points: number, readonly note: string, readonly redeemedCount: number, readonly createdAt: string, readonly voidedAt: string | null };

export type StaffOrderFieldsFragment = { readonly id: string, readonly status: OrderStatus, readonly planName: string, readonly points: number, readonly amountFen: number, readonly reference: string, readonly createdAt: string, readonly buyer: { readonly id: string, readonly displayName: string, readonly username: string } | null };

export type StaffOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffOverviewQuery = { readonly ordersAwaitingConfirmation: { readonly totalCount: number }, readonly pointPlans: ReadonlyArray<{ readonly id: string }>, readonly cardBatches: { readonly totalCount: number }, readonly announcements: { readonly totalCount: number }, readonly memberAccounts: { readonly totalCount: number } };

export type StaffOrdersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type StaffOrdersQuery = { readonly ordersAwaitingConfirmation: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: OrderStatus, readonly planName: string, readonly points: number, readonly amountFen: number, readonly reference: string, readonly createdAt: string, readonly buyer: { readonly id: string, readonly displayName: string, readonly username: string } | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type ConfirmPaymentMutationVariables = Exact<{
  input: ConfirmPaymentInput;
}>;


export type ConfirmPaymentMutation = { readonly confirmPayment:
    | { readonly __typename: 'ConfirmPaymentSuccess', readonly order: { readonly id: string, readonly status: OrderStatus } }
    | { readonly __typename: 'IdempotencyConflict', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly message: string }
    | { readonly __typename: 'OrderNotOpen', readonly message: string }
   };

export type StaffCancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type StaffCancelOrderMutation = { readonly cancelOrder:
    | { readonly __typename: 'CancelOrderSuccess', readonly order: { readonly id: string, readonly status: OrderStatus } }
    | { readonly __typename: 'OrderNotOpen', readonly message: string }
   };

export type StaffPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffPlansQuery = { readonly pointPlans: ReadonlyArray<{ readonly id: string, readonly name: string, readonly points: number, readonly priceFen: number, readonly isOnSale: boolean }> };

export type SavePointPlanMutationVariables = Exact<{
  input: SavePointPlanInput;
}>;


export type SavePointPlanMutation = { readonly savePointPlan:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'SavePointPlanSuccess', readonly plan: { readonly id: string, readonly name: string, readonly points: number, readonly priceFen: number, readonly isOnSale: boolean } }
   };

export type StaffBatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type StaffBatchesQuery = { readonly cardBatches: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly count: number, readonly points: number, readonly note: string, readonly redeemedCount: number, readonly createdAt: string, readonly voidedAt: string | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type CreateCardBatchMutationVariables = Exact<{
  input: CreateCardBatchInput;
}>;


export type CreateCardBatchMutation = { readonly createCardBatch:
    | { readonly __typename: 'CardBatchAlreadyCreated', readonly message: string }
    | { readonly __typename: 'CreateCardBatchSuccess', readonly codes: ReadonlyArray<string>, readonly batch: { readonly id: string, readonly count: number, readonly points: number, readonly note: string, readonly redeemedCount: number, readonly createdAt: string, readonly voidedAt: string | null } }
    | { readonly __typename: 'IdempotencyConflict', readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
   };

export type VoidCardBatchMutationVariables = Exact<{
  input: VoidCardBatchInput;
}>;


export type VoidCardBatchMutation = { readonly voidCardBatch: { readonly voidedCount: number, readonly batch: { readonly id: string, readonly count: number, readonly points: number, readonly note: string, readonly redeemedCount: number, readonly createdAt: string, readonly voidedAt: string | null } } };

export type StaffAnnouncementsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type StaffAnnouncementsQuery = { readonly announcements: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly body: string, readonly bodyHtml: string, readonly publishedAt: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type StaffMemberCountQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffMemberCountQuery = { readonly memberAccounts: { readonly totalCount: number } };

export type PublishAnnouncementMutationVariables = Exact<{
  input: PublishAnnouncementInput;
}>;


export type PublishAnnouncementMutation = { readonly publishAnnouncement:
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
    | { readonly __typename: 'PublishAnnouncementSuccess', readonly announcement: { readonly id: string, readonly title: string, readonly body: string, readonly bodyHtml: string, readonly publishedAt: string } }
   };

export type EditAnnouncementMutationVariables = Exact<{
  input: EditAnnouncementInput;
}>;


export type EditAnnouncementMutation = { readonly editAnnouncement:
    | { readonly __typename: 'EditAnnouncementSuccess', readonly announcement: { readonly id: string, readonly title: string, readonly body: string, readonly bodyHtml: string, readonly publishedAt: string } }
    | { readonly __typename: 'InvalidInput', readonly message: string, readonly field: string, readonly limit: number | null }
   };

export type WithdrawAnnouncementMutationVariables = Exact<{
  input: WithdrawAnnouncementInput;
}>;


export type WithdrawAnnouncementMutation = { readonly withdrawAnnouncement: { readonly withdrawnId: string } };

export type StaffMembersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type StaffMembersQuery = { readonly memberAccounts: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly username: string, readonly displayName: string, readonly role: MemberRole, readonly createdAt: string, readonly cardPoints: { readonly balance: number, readonly debt: number } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type StaffMemberQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type StaffMemberQuery = { readonly memberAccount: { readonly id: string, readonly username: string, readonly displayName: string, readonly role: MemberRole, readonly createdAt: string, readonly cardPoints: { readonly balance: number, readonly debt: number, readonly entries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: PointEntryKind, readonly reason: string, readonly amount: number, readonly balanceAfter: number, readonly createdAt: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } } | null };
