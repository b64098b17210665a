import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireMember } from '../../platform/auth/actor.ts';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs, type Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { IdempotencyConflict, InvalidInput } from '../../platform/graphql/user-error.ts';
import { inLocale } from '../../platform/text/text.ts';
import {
  Coupon,
  CouponNotUsable,
  couponProblemTexts,
  couponsByIds,
  type CouponRow,
} from '../coupons/index.ts';
import { Member, MemberAccount, memberAccountsByIds } from '../members/index.ts';
import { maySeeBuyer } from './order.access.ts';
import { refundOrder } from './order-refunds.service.ts';
import { OrderNotOpen, OrderNotRefundable, PaymentMethodUnavailable, PlanNotOnSale } from './order.errors.ts';
import * as types from './order.types.ts';
import { orderPrice } from './order-offers.queries.ts';
import { priceLineText } from './price-line.rules.ts';
import type { PriceLine } from './price.rules.ts';
import { completedOrders, ordersOf, waitingOrders, type OrderRow } from './orders.queries.ts';
import { cancelOrder, confirmPayment, orderPoints, reportPayment } from './orders.service.ts';

const OrderPointsResult = resultUnion('OrderPointsResult', types.OrderPointsSuccess, [
  InvalidInput,
  IdempotencyConflict,
  PlanNotOnSale,
  PaymentMethodUnavailable,
  CouponNotUsable,
]);
const ReportPaymentResult = resultUnion('ReportPaymentResult', types.ReportPaymentSuccess, [OrderNotOpen]);
const CancelOrderResult = resultUnion('CancelOrderResult', types.CancelOrderSuccess, [OrderNotOpen]);
const ConfirmPaymentResult = resultUnion('ConfirmPaymentResult', types.ConfirmPaymentSuccess, [
  OrderNotOpen,
  InvalidInput,
  IdempotencyConflict,
]);

/** Ordering card points, and staff's side of it. */
@Resolver()
export class OrdersResolver {
  @Mutation(() => OrderPointsResult, {
    description: 'Orders card points; they come when staff have seen the money.',
  })
  @Access('member')
  async orderPoints(
    @Arg('input', () => types.OrderPointsInput) input: types.OrderPointsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.OrderPointsSuccess> {
    return { order: await orderPoints(ctx, input) };
  }

  @Mutation(() => ReportPaymentResult, { description: 'Tells staff that an order of yours is paid.' })
  @Access('member')
  async reportPayment(
    @Arg('input', () => types.ReportPaymentInput) input: types.ReportPaymentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.ReportPaymentSuccess> {
    return { order: await reportPayment(ctx, input.orderId) };
  }

  @Mutation(() => CancelOrderResult, {
    description: 'Gives an order up: its buyer before paying, staff while it is open.',
  })
  @Access('member')
  async cancelOrder(
    @Arg('input', () => types.CancelOrderInput) input: types.CancelOrderInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.CancelOrderSuccess> {
    return { order: await cancelOrder(ctx, input.orderId) };
  }

  @Mutation(() => ConfirmPaymentResult, {
    description: 'Staff: the money is there; the order is completed and its points are added, once.',
  })
  @Access('operator')
  async confirmPayment(
    @Arg('input', () => types.ConfirmPaymentInput) input: types.ConfirmPaymentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.ConfirmPaymentSuccess> {
    return { order: await confirmPayment(ctx, input) };
  }

  @Query(() => types.OrderConnection, {
    description: 'Staff: the open orders, those reported as paid first, the oldest first.',
  })
  @Access('operator')
  ordersAwaitingConfirmation(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<OrderRow>> {
    return waitingOrders(ctx, args);
  }
}

const RefundOrderResult = resultUnion('RefundOrderResult', types.RefundOrderSuccess, [
  OrderNotRefundable,
  InvalidInput,
  IdempotencyConflict,
]);

/** Paid orders, and giving their money back. */
@Resolver()
export class RefundsResolver {
  @Mutation(() => RefundOrderResult, {
    description:
      'Staff: refunds the unused part of a paid order, once and within the window; takes back what it gave.',
  })
  @Access('operator')
  async refundOrder(
    @Arg('input', () => types.RefundOrderInput) input: types.RefundOrderInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.RefundOrderSuccess> {
    return { order: await refundOrder(ctx, { ...input, points: input.points ?? null }) };
  }

  @Query(() => types.OrderConnection, { description: 'Staff: the paid orders, the newest first.' })
  @Access('operator')
  completedOrders(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: RequestContext): Promise<Page<OrderRow>> {
    return completedOrders(ctx, args);
  }
}

/** What an order would cost. */
@Resolver()
export class OrderPricesResolver {
  @Query(() => types.OrderPrice, {
    nullable: true,
    description:
      'What this plan would cost you now with this coupon or none; null for a plan that is not sold.',
  })
  @Access('member')
  orderPrice(
    @Arg('planId', () => ID, { description: 'The plan.' }) planId: string,
    @Arg('couponId', () => ID, { nullable: true, description: 'A coupon of yours; none: without.' })
    couponId: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<types.OrderPrice | null> {
    return orderPrice(ctx, { memberId: requireMember(ctx).id, planId, couponId });
  }
}

/** A step of a price, in words. */
@Resolver(() => types.OrderPriceLine)
export class OrderPriceLineResolver {
  @FieldResolver(() => String, { description: 'What it is, in the reader’s language.' })
  label(@Root() line: PriceLine, @Ctx() ctx: RequestContext): string {
    return inLocale(priceLineText(line), ctx.locale);
  }
}

/** A coupon beside a price. */
@Resolver(() => types.CouponOffer)
export class CouponOfferResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it cannot be used, in the reader’s language.',
  })
  problemText(@Root() { problem }: types.CouponOffer, @Ctx() ctx: RequestContext): string | null {
    return problem === null ? null : inLocale(couponProblemTexts[problem], ctx.locale);
  }
}

/** Your own orders. */
@Resolver(() => Member)
export class MemberOrdersResolver {
  @FieldResolver(() => types.OrderConnection, { description: 'Your orders, the newest first.' })
  orders(
    @Root() member: Member,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<OrderRow>> {
    return ordersOf(ctx, member.id, args);
  }
}

/** What depends on who reads an order. */
@Resolver(() => types.Order)
export class OrderResolver {
  @FieldResolver(() => String, { description: 'How to pay, in the reader’s language.' })
  instructions(@Root() order: OrderRow, @Ctx() ctx: RequestContext): string {
    return inLocale(order.instructions, ctx.locale);
  }

  @FieldResolver(() => Coupon, { nullable: true, description: 'The coupon that it was ordered with.' })
  coupon(@Root() order: OrderRow, @Ctx() ctx: RequestContext): Promise<CouponRow | null> | null {
    return order.couponId === null ? null : batched(ctx, couponsByIds, order.couponId);
  }

  @FieldResolver(() => MemberAccount, {
    nullable: true,
    description: 'Who ordered; for staff, null for others.',
  })
  buyer(@Root() order: OrderRow, @Ctx() ctx: RequestContext): Promise<MemberAccount | null> {
    return maySeeBuyer(ctx.actor) ? batched(ctx, memberAccountsByIds, order.memberId) : Promise.resolve(null);
  }
}
