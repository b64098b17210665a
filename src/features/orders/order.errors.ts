import { Field, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';
import { notOpenText, type OrderStatus as Status } from './order.rules.ts';
import { OrderStatus, RefundProblem } from './order.types.ts';
import { refundProblemTexts, type RefundProblem as Problem } from './refund.rules.ts';

/** The plan is not sold at present. */
@ObjectType({ implements: UserError, description: 'The plan is not on sale any more; nothing was ordered.' })
export class PlanNotOnSale extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '该方案已停售，请选择其他方案。',
      en: 'This plan is no longer on sale. Please choose another.',
    });
  }
}

/** The way to pay does not work in this house. */
@ObjectType({
  implements: UserError,
  description: 'This way to pay is not offered here; nothing was ordered.',
})
export class PaymentMethodUnavailable extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '本站未开通该付款方式，请选择其他方式。',
      en: 'This way to pay is not offered here. Please choose another.',
    });
  }
}

/** The order is past the state in which this could be done. */
@ObjectType({
  implements: UserError,
  description: 'The order is not in a state for this; nothing was changed.',
})
export class OrderNotOpen extends UserFailure implements UserError {
  @Field(() => OrderStatus, { description: 'Where the order stands.' })
  readonly status: Status;

  constructor(status: Status) {
    super(notOpenText(status));
    this.status = status;
  }
}

/** The order cannot be refunded. */
@ObjectType({ implements: UserError, description: 'The order cannot be refunded so; nothing was changed.' })
export class OrderNotRefundable extends UserFailure implements UserError {
  @Field(() => RefundProblem, { description: 'Why not.' })
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(refundProblemTexts[problem]);
    this.problem = problem;
  }
}
