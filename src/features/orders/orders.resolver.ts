import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs, type Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { IdempotencyConflict, InvalidInput } from '../../platform/graphql/user-error.ts';
import { inLocale } from '../../platform/text/text.ts';
import { Member, MemberAccount, memberAccountsByIds } from '../members/index.ts';
import { maySeeBuyer } from './order.access.ts';
import { OrderNotOpen, PaymentMethodUnavailable, PlanNotOnSale } from './order.errors.ts';
import * as types from './order.types.ts';
import { ordersOf, waitingOrders, type OrderRow } from './orders.queries.ts';
import { cancelOrder, confirmPayment, orderPoints, reportPayment } from './orders.service.ts';

const OrderPointsResult = resultUnion('OrderPointsResult', types.OrderPointsSuccess, [
  InvalidInput,
  IdempotencyConflict,
  PlanNotOnSale,
  PaymentMethodUnavailable,
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

  @FieldResolver(() => MemberAccount, {
    nullable: true,
    description: 'Who ordered; for staff, null for others.',
  })
  buyer(@Root() order: OrderRow, @Ctx() ctx: RequestContext): Promise<MemberAccount | null> {
    return maySeeBuyer(ctx.actor) ? batched(ctx, memberAccountsByIds, order.memberId) : Promise.resolve(null);
  }
}
