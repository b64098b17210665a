import './projector.css';

import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { projectorText } from '../text/projector.text.ts';
import { Button } from '../ui/button.tsx';
import { lineChoices } from './settings/reading-settings.ts';
import type { Reading } from './settings/reading.ts';
import { SizeButtons } from './size-buttons.tsx';
import type { Follow } from './use-follow.ts';

interface ProjectorProps {
  readonly reading: Reading;
  readonly follow: Follow;
}

/** How long after the last move of a hand the wall shows the text alone again. */
const restAfterMs = 3_000;

/** A few controls on the wall, there while somebody moves the pointer or has the focus in them, and gone with the cursor. */
export function Projector({ reading, follow }: ProjectorProps): JSX.Element {
  const t = projectorText();
  const isInUse = useInUse();
  const isFull = useFullScreen();
  const { lines } = reading.settings.value;
  const toggleFull = (): void => {
    const done = isFull.peek() ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    // A browser may refuse it, as inside of a frame: the wall then stays a window.
    done.catch(() => undefined);
  };
  // A wall shows what is written now: whatever was looked at before.
  useEffect(() => follow.resume(), []);
  return (
    <div class={`projector${isInUse.value ? '' : ' resting'}`} role="group" aria-label={t.label}>
      <Button look="primary" onClick={toggleFull}>
        {isFull.value ? t.leaveFullScreen : t.fullScreen}
      </Button>
      <SizeButtons reading={reading} />
      {lineChoices.map((choice) => (
        <Button
          key={choice}
          aria-pressed={lines === choice}
          onClick={() => reading.change({ lines: choice })}
        >
          {choice === 'all' ? t.all : t.lines(choice)}
        </Button>
      ))}
      <Button onClick={() => leave(reading)}>{t.leave}</Button>
    </div>
  );
}

function leave(reading: Reading): void {
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
  reading.switchMode('text');
}

/** True from each move of pointer or key on, until nothing has moved for a while; the cursor hides with it. */
function useInUse(): ReadonlySignal<boolean> {
  const isInUse = useSignal(true);
  useEffect(() => {
    const root = document.documentElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (): void => {
      isInUse.value = true;
      root.classList.remove('no-cursor');
      clearTimeout(timer);
      timer = setTimeout(rest, restAfterMs);
    };
    const rest = (): void => {
      isInUse.value = false;
      root.classList.add('no-cursor');
    };
    const moves = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
    for (const move of moves) addEventListener(move, wake);
    wake();
    return () => {
      clearTimeout(timer);
      root.classList.remove('no-cursor');
      for (const move of moves) removeEventListener(move, wake);
    };
  }, []);
  return isInUse;
}

function useFullScreen(): ReadonlySignal<boolean> {
  const isFull = useSignal(document.fullscreenElement !== null);
  useEffect(() => {
    const note = (): void => void (isFull.value = document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', note);
    return () => document.removeEventListener('fullscreenchange', note);
  }, []);
  return isFull;
}
