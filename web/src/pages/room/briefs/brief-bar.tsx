import './room-briefs.css';

import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { session } from '../../../app/session.ts';
import { useKey } from '../../../app/use-key.ts';
import { briefsText } from '../../../text/briefs.text.ts';
import { Button } from '../../../ui/button.tsx';
import { showToast } from '../../../ui/toasts.tsx';
import type { WritingParts } from '../room-parts.ts';
import { InlineBrief } from './inline-brief.tsx';
import { draftOfNewBrief, draftOfRepair, draftOfUnknown, type InlineDraft } from './inline-drafts.ts';
import { createRoomBriefs, type RoomBriefs } from './room-briefs.ts';
import { sendCue } from './send-cue.ts';

/** Above the line: a brief that is being made, and the terms that are suggested. Nothing while there is neither. */
export function BriefBar(parts: WritingParts): JSX.Element | null {
  const { transcriptId, line } = parts;
  const now = session.value;
  const memberId = now.kind === 'member' ? now.member.id : null;
  useEffect(() => {
    if (memberId === null) return;
    const briefs = createRoomBriefs({ transcriptId, memberId, line });
    parts.briefs.value = briefs;
    return () => {
      parts.briefs.value = null;
      briefs.stop();
    };
  }, [transcriptId, memberId]);
  const briefs = parts.briefs.value;
  return briefs === null ? null : <Bar parts={parts} briefs={briefs} />;
}

interface BarProps {
  readonly parts: WritingParts;
  readonly briefs: RoomBriefs;
}

function Bar({ parts, briefs }: BarProps): JSX.Element {
  const draft = parts.inlineBrief;
  useBriefKeys({ parts, briefs }, draft);
  return (
    <>
      {draft.value !== null && (
        // Made anew for each draft: its fields begin with that draft's words.
        <InlineBrief key={draft.value.key} {...{ parts, briefs }} draft={draft.value} />
      )}
      {briefs.settings.value.hasStrip && <Strip briefs={briefs} />}
    </>
  );
}

function useBriefKeys({ parts, briefs }: BarProps, draft: Signal<InlineDraft | null>): void {
  const t = briefsText();
  const keys = useSignal(0);
  const begin = (make: typeof draftOfNewBrief, none = t.inline.noWord): void => {
    const reading = parts.line.current?.read();
    if (reading == null) return;
    const made = make(reading, briefs);
    if (made === null) return showToast({ text: none });
    keys.value += 1;
    draft.value = { ...made, key: keys.peek() };
  };
  useKey('addBrief', () => begin(draftOfNewBrief));
  useKey('redefineWord', () => begin(draftOfRepair));
  useKey('defineUnknown', () => begin(draftOfUnknown, t.inline.noUnknown));
  useKey('takeBackBrief', () => void briefs.takeBack());
  useKey('cueSend', () => sendCue(parts, briefs));
  useKey('cueBack', () => briefs.script.move(-1));
  useKey('cueSkip', () => briefs.script.move(1));
}

/** Terms that begin with what was typed; the line keeps the focus. */
function Strip({ briefs }: { readonly briefs: RoomBriefs }): JSX.Element {
  const t = briefsText().glossary;
  return (
    <div class="row term-strip" role="group" aria-label={t.strip}>
      {briefs.candidates.value.map((candidate, index) => (
        <Button
          key={candidate.brief.code}
          look="quiet"
          aria-label={t.insert(candidate.brief.text)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void briefs.take(candidate)}
        >
          <kbd>{index + 1}</kbd> {candidate.brief.text}
        </Button>
      ))}
    </div>
  );
}
