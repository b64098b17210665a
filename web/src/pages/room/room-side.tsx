import { useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { commonText } from '../../text/common.text.ts';
import { roomText } from '../../text/room.text.ts';
import { language } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { MissingPart } from '../../ui/missing-part.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { togglePanel, type OpenPanel, type PanelId } from './panel-keys.tsx';
import { roomPanels, type RoomPanel } from './room-panels.ts';
import type { WritingParts } from './room-parts.ts';

interface SideProps {
  readonly parts: WritingParts;
  readonly open: OpenPanel;
}

/** The side sheet. It takes the focus from nobody: whoever opens it goes there by themselves. */
export function RoomSide({ parts, open }: SideProps): JSX.Element {
  const shown = roomPanels.find(({ id }) => id === open.value);
  const name = shown === undefined ? '' : roomText().panels[shown.id];
  return (
    <aside class="room-side" aria-label={name} hidden={shown === undefined}>
      {roomPanels.length > 1 && <h2 class="visually-hidden">{name}</h2>}
      <div class="row row-between">
        {roomPanels.length > 1 ? <PanelTabs {...{ parts, open }} /> : <h2>{name}</h2>}
        <Button onClick={() => (open.value = null)}>{commonText().close}</Button>
      </div>
      {roomPanels.map((panel) => (
        <LazyPanel key={panel.id} {...{ panel, parts, open }} />
      ))}
    </aside>
  );
}

/** Under the line: the comments, and the way to everything else that stands beside the text. */
export function PanelButtons({ parts, open }: SideProps): JSX.Element {
  const [first, ...others] = roomPanels;
  const isOtherOpen = others.some(({ id }) => id === open.value);
  const fresh = others.map((panel) => panel.freshCount?.(parts).value ?? 0);
  const count = fresh.reduce((sum, one) => sum + one, 0);
  // Where there is something new, that is what the writer means.
  const wanted = others[fresh.findIndex((one) => one > 0)] ?? others[0];
  return (
    <>
      {first !== undefined && <PanelButton panel={first} {...{ parts, open }} />}
      {wanted !== undefined && (
        <Button aria-expanded={isOtherOpen} onClick={() => (open.value = isOtherOpen ? null : wanted.id)}>
          {roomText().tools}
          {count > 0 && <span class="badge">{count}</span>}
        </Button>
      )}
    </>
  );
}

function PanelTabs({ parts, open }: SideProps): JSX.Element {
  return (
    <div class="row room-tabs" role="group" aria-label={roomText().tools}>
      {roomPanels.map((panel) => (
        <PanelButton key={panel.id} look="quiet" {...{ panel, parts, open }} />
      ))}
    </div>
  );
}

interface PanelButtonProps extends SideProps {
  readonly panel: RoomPanel;
  readonly look?: 'quiet';
}

function PanelButton({ panel, parts, open, look }: PanelButtonProps): JSX.Element {
  const isOpen = open.value === panel.id;
  const fresh = panel.freshCount?.(parts).value ?? 0;
  return (
    <Button
      {...(look === undefined ? {} : { look })}
      {...(look === undefined ? { 'aria-expanded': isOpen } : { 'aria-pressed': isOpen })}
      onClick={() => togglePanel(open, panel.id)}
    >
      {roomText().panels[panel.id]}
      {fresh > 0 && <span class="badge">{fresh}</span>}
    </Button>
  );
}

interface LazyPanelProps {
  readonly panel: RoomPanel;
  readonly parts: WritingParts;
  readonly open: ReadonlySignal<PanelId | null>;
}

function LazyPanel({ panel, parts, open }: LazyPanelProps): JSX.Element | null {
  const state = useSignal<{ readonly view?: ComponentType<WritingParts>; readonly error?: unknown }>({});
  const wasOpened = useSignal(false);
  const isOpen = open.value === panel.id;
  useSignalEffect(() => {
    if (open.value !== panel.id) return;
    wasOpened.value = true;
    panel.onOpen?.(parts);
  });
  useEffect(() => {
    if (!wasOpened.value) return;
    Promise.all([panel.load(), ...panel.texts.map((text) => text.load(language.peek()))]).then(
      ([view]) => (state.value = { view }),
      (error: unknown) => (state.value = { error }),
    );
  }, [wasOpened.value]);
  if (!wasOpened.value) return null;
  const { view: View, error } = state.value;
  return (
    <div class="room-panel" hidden={!isOpen}>
      {error !== undefined && <MissingPart />}
      {error === undefined && (View === undefined ? <Skeleton /> : <View {...parts} />)}
    </div>
  );
}
