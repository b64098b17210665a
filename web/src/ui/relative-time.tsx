import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';

import { formatDateTime, formatRelative } from '../text/format.ts';
import { nowMs } from './network.ts';

/** "3 分钟前", with the full date where the pointer rests. Re-renders only when its words change. */
export function RelativeTime({ iso }: { readonly iso: string }): JSX.Element {
  const words = useComputed(() => formatRelative(iso, nowMs.value));
  return (
    <time dateTime={iso} title={formatDateTime(iso)}>
      {words.value}
    </time>
  );
}
