// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const CheckoutDocument = "query Checkout($planId:ID!$couponId:ID){orderPrice(planId:$planId couponId:$couponId){listFen totalFen bestCouponId lines{...PriceLineFields}coupons{totalFen savedFen problem problemText coupon{...CouponFields}}}pointPlans{id name points priceFen}paymentOptions{method name instructions}}fragment PriceLineFields on OrderPriceLine{kind label amountFen afterFen}fragment CouponFields on Coupon{id standing source validFrom validUntil orderId type{...CouponTypeFields}}fragment CouponTypeFields on CouponType{id name kind benefit terms}" as TypedDocument<T.CheckoutQuery, T.CheckoutQueryVariables>;

export const PlaceOrderDocument = "mutation PlaceOrder($input:OrderPointsInput!){orderPoints(input:$input){__typename ...on OrderPointsSuccess{order{id}}...on CouponNotUsable{problem}...on UserError{message}}}" as TypedDocument<T.PlaceOrderMutation, T.PlaceOrderMutationVariables>;

export const CouponsPageDocument = "query CouponsPage($filter:CouponFilter!$first:Int!$after:String){claimableCoupons{...CouponTypeFields}me{coupons(filter:$filter first:$first after:$after){totalCount edges{node{...CouponFields}}pageInfo{endCursor hasNextPage}}}}fragment CouponTypeFields on CouponType{id name kind benefit terms}fragment CouponFields on Coupon{id standing source validFrom validUntil orderId type{...CouponTypeFields}}" as TypedDocument<T.CouponsPageQuery, T.CouponsPageQueryVariables>;

export const ClaimCouponDocument = "mutation ClaimCoupon($input:ClaimCouponInput!){claimCoupon(input:$input){__typename ...on ClaimCouponSuccess{coupons{...CouponFields}}...on UserError{message}}}fragment CouponFields on Coupon{id standing source validFrom validUntil orderId type{...CouponTypeFields}}fragment CouponTypeFields on CouponType{id name kind benefit terms}" as TypedDocument<T.ClaimCouponMutation, T.ClaimCouponMutationVariables>;

export const ClaimCouponByCodeDocument = "mutation ClaimCouponByCode($input:ClaimCouponByCodeInput!){claimCouponByCode(input:$input){__typename ...on ClaimCouponByCodeSuccess{coupons{...CouponFields}}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}...on UserError{message}}}fragment CouponFields on Coupon{id standing source validFrom validUntil orderId type{...CouponTypeFields}}fragment CouponTypeFields on CouponType{id name kind benefit terms}" as TypedDocument<T.ClaimCouponByCodeMutation, T.ClaimCouponByCodeMutationVariables>;

export const StaffCouponsDocument = "query StaffCoupons($first:Int!$after:String){couponTypes(first:$first after:$after){edges{node{...StaffCouponTypeFields}}pageInfo{endCursor hasNextPage}}}fragment StaffCouponTypeFields on CouponType{...CouponTypeFields issueRules isActive capTotal issueCap capPerMember createdAt figures{issued reserved redeemed void}pack{count type{id name}}}fragment CouponTypeFields on CouponType{id name kind benefit terms}" as TypedDocument<T.StaffCouponsQuery, T.StaffCouponsQueryVariables>;

export const CouponFormPlansDocument = "query CouponFormPlans{pointPlans{id name}}" as TypedDocument<T.CouponFormPlansQuery, T.CouponFormPlansQueryVariables>;

export const CreateCouponTypeDocument = "mutation CreateCouponType($input:CreateCouponTypeInput!){createCouponType(input:$input){__typename ...on CreateCouponTypeSuccess{type{id name}}...on InvalidInput{field limit}...on UserError{message}}}" as TypedDocument<T.CreateCouponTypeMutation, T.CreateCouponTypeMutationVariables>;

export const SetCouponTypeActiveDocument = "mutation SetCouponTypeActive($input:SetCouponTypeActiveInput!){setCouponTypeActive(input:$input){type{id isActive}}}" as TypedDocument<T.SetCouponTypeActiveMutation, T.SetCouponTypeActiveMutationVariables>;

export const IssueCouponsDocument = "mutation IssueCoupons($input:IssueCouponsInput!){issueCoupons(input:$input){__typename ...on IssueCouponsSuccess{issuedCount failures{id message}}...on InvalidInput{field limit}...on UserError{message}}}" as TypedDocument<T.IssueCouponsMutation, T.IssueCouponsMutationVariables>;
