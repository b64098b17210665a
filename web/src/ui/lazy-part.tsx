import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { language, type AreaText } from '../text/text.ts';
import { MissingPart } from './missing-part.tsx';
import { Skeleton } from './states.tsx';

interface LazyPart<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** The words that it speaks, loaded along with it. */
  readonly texts: readonly AreaText<unknown>[];
  /** What stands there until it comes; nothing where it is no loss to wait. */
  readonly lines?: number;
}

/** A component in a chunk of its own, loaded together with its text when it is first shown. */
export function lazyPart<Props extends object>(part: LazyPart<Props>): ComponentType<Props> {
  const loaded: { view?: ComponentType<Props> } = {};
  return function Part(props: Props): JSX.Element | null {
    const state = useSignal<'loading' | 'ready' | 'failed'>(loaded.view === undefined ? 'loading' : 'ready');
    useEffect(() => {
      if (state.peek() === 'ready') return;
      Promise.all([part.load(), ...part.texts.map((text) => text.load(language.peek()))]).then(
        ([view]) => {
          loaded.view = view;
          state.value = 'ready';
        },
        () => (state.value = 'failed'),
      );
    }, []);
    if (state.value === 'failed') return <MissingPart />;
    const { view: View } = loaded;
    if (View !== undefined && state.value === 'ready') return <View {...props} />;
    return part.lines === undefined ? null : <Skeleton lines={part.lines} />;
  };
}
