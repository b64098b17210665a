import type { ComponentChildren, JSX } from 'preact';

import type { CouponTypeFieldsFragment } from '../../api/generated/types.ts';
import { couponsText } from '../../text/coupons.text.ts';

interface CouponCardProps {
  readonly type: CouponTypeFieldsFragment;
  /** Chips and small print beside the name. */
  readonly about?: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** What a coupon is worth and all that it is subject to: nothing holds that is not written here. */
export function CouponCard({ type, about, action }: CouponCardProps): JSX.Element {
  return (
    <li class="coupon-card">
      <div class="stack-tight">
        <p class="coupon-benefit">{type.benefit}</p>
        <h3>{type.name}</h3>
        {about}
        <details>
          <summary>{couponsText().page.terms}</summary>
          <ul>
            {type.terms.map((term) => (
              <li key={term}>{term}</li>
            ))}
          </ul>
        </details>
      </div>
      {action}
    </li>
  );
}
