import type { TierCode } from '../programme/index.ts';
import type { TierRule } from './tier.rules.ts';

declare module '../../platform/events/outbox.ts' {
  interface DomainEvents {
    /** A member's level is another one now. */
    tierChanged: {
      readonly memberId: string;
      readonly decisionId: string;
      readonly rules: readonly TierRule[];
      readonly before: TierCode;
      readonly after: TierCode;
    };
    /** A yearly review found too little: the level is lost on this day (Asia/Shanghai) unless that is mended before. */
    tierAtRisk: {
      readonly memberId: string;
      readonly decisionId: string;
      readonly rules: readonly TierRule[];
      readonly tier: TierCode;
      readonly until: string;
    };
  }
}
