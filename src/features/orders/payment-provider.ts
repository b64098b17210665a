import type { Config } from '../../platform/config/config.ts';
import type { Text } from '../../platform/text/text.ts';
import type { PaymentMethod } from './order.entity.ts';

/** What a provider learns of an order. */
export interface PayableOrder {
  readonly reference: string;
  readonly amountFen: number;
}

/**
 * A way to pay. Bank transfer is the first; Stripe or Alipay would be others. A provider that is not configured is
 * neither shown nor accepted, and none ever says that an order is paid: that is `confirmPayment`, by staff here, by
 * the provider's own signed message where there is one.
 */
export interface PaymentProvider {
  readonly method: PaymentMethod;
  readonly name: Text;
  isConfigured(config: Config): boolean;
  /** What a buyer should know before ordering. */
  describe(config: Config): Text;
  /** What the buyer of this order is to do. Called inside the order's transaction: quick, and without calls outside. */
  begin(config: Config, order: PayableOrder): Text;
}
