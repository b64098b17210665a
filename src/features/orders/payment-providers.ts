import type { Config } from '../../platform/config/config.ts';
import { bankTransfer } from './bank-transfer.provider.ts';
import type { PaymentProvider } from './payment-provider.ts';

const all: readonly PaymentProvider[] = [bankTransfer];

/** The ways to pay that work in this house. */
export const configuredProviders = (config: Config): readonly PaymentProvider[] =>
  all.filter((provider) => provider.isConfigured(config));
