import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import type { CheckoutQuery } from '../../api/generated/types.ts';
import { couponsText } from '../../text/coupons.text.ts';

type Offer = NonNullable<CheckoutQuery['orderPrice']>['coupons'][number];

interface CouponChooserProps {
  readonly offers: readonly Offer[];
  readonly bestId: string | null;
  readonly chosenId: string | null;
  readonly onChoose: (couponId: string | null) => void;
}

/** The buyer's coupons as one choice: what each saves, and why one cannot be used. */
export function CouponChooser(props: CouponChooserProps): JSX.Element {
  const t = couponsText().checkout;
  const { offers, chosenId, onChoose } = props;
  const name = useId();
  return (
    <fieldset class="coupon-chooser">
      <legend>{t.coupons}</legend>
      {offers.length === 0 ? (
        <p class="soft">{t.noCoupons}</p>
      ) : (
        <>
          {offers.map((offer) => (
            <Choice key={offer.coupon.id} name={name} offer={offer} {...props} />
          ))}
          <label class="coupon-choice">
            <input type="radio" name={name} checked={chosenId === null} onChange={() => onChoose(null)} />
            <span>{t.none}</span>
          </label>
        </>
      )}
    </fieldset>
  );
}

function Choice({
  name,
  offer,
  ...props
}: CouponChooserProps & { readonly name: string; readonly offer: Offer }): JSX.Element {
  const t = couponsText().checkout;
  const { coupon, problem, problemText, savedFen } = offer;
  return (
    <label class="coupon-choice">
      <input
        type="radio"
        name={name}
        disabled={problem !== null}
        checked={props.chosenId === coupon.id}
        onChange={() => props.onChoose(coupon.id)}
      />
      <span class="stack-tight">
        <span class="row">
          <strong>{coupon.type.name}</strong>
          <span>{coupon.type.benefit}</span>
          {coupon.id === props.bestId && <span class="chip good">{t.best}</span>}
        </span>
        <span class="soft small">
          {problem === null ? t.saves(savedFen) : problemText} · {t.until(coupon.validUntil)}
        </span>
      </span>
    </label>
  );
}
