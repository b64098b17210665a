import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { LazyComments } from '../../comments/lazy-comments.tsx';
import { commonText } from '../../text/common.text.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import type { RoomParts } from './room-parts.ts';

interface RoomCommentsProps extends RoomParts {
  readonly isOpen: ReadonlySignal<boolean>;
  readonly onClose: () => void;
}

/** The side sheet. It takes the focus from nobody: whoever opens it goes there by themselves. */
export function RoomComments({ isOpen, onClose, ...parts }: RoomCommentsProps): JSX.Element {
  const t = roomText();
  const wasOpened = useSignal(false);
  useEffect(() => {
    if (isOpen.value) wasOpened.value = true;
  }, [isOpen.value]);
  return (
    <aside class="room-comments" aria-label={t.comments} hidden={!isOpen.value}>
      <div class="row row-between">
        <h2>{t.comments}</h2>
        <Button onClick={onClose}>{commonText().close}</Button>
      </div>
      {wasOpened.value && <LazyComments {...parts} />}
    </aside>
  );
}
