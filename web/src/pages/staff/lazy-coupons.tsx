import { couponsText } from '../../text/coupons.text.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { PageProps } from '../../app/lazy-page.tsx';

/** Coupons in a chunk of their own: most of what staff do needs none. */
export const CouponsSection = lazyPart<PageProps>({
  load: () => import('./coupons.tsx').then((module) => module.CouponsSection),
  texts: [couponsText],
  lines: 6,
});
