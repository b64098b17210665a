import { yuan } from '../../platform/text/money.rules.ts';
import type { PaymentProvider } from './payment-provider.ts';
import type { Config } from '../../platform/config/config.ts';
import type { Text } from '../../platform/text/text.ts';

/** Money moves between banks; staff see it arrive and confirm the order by hand. */
export const bankTransfer: PaymentProvider = {
  method: 'BANK_TRANSFER',
  name: { zh: '银行转账', en: 'Bank transfer' },
  isConfigured: (config) => config.bankTransfer.isOn,
  describe: (config) => account(config),
  begin: (config, { reference, amountFen }) => {
    const { zh, en } = account(config);
    const amount = yuan(amountFen);
    return {
      zh: `${zh}\n转账金额 ${amount}，请在附言中注明订单号 ${reference}。工作人员核对到账后卡点才会入账。`,
      en: `${en}\nTransfer ${amount} and quote the reference ${reference}. Your points are added once staff have seen the money arrive.`,
    };
  },
};

/** The operator's own words, where there are any; else the truth, which is that one must ask. */
function account({ bankTransfer: { instructions } }: Config): Text {
  if (instructions !== null) return { zh: instructions, en: instructions };
  return {
    zh: '下单后请向本站工作人员索取收款账户。',
    en: 'After ordering, please ask our staff for the account to transfer to.',
  };
}
