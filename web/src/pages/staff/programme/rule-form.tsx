import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { PreviewProgrammeDocument } from '../../../api/generated/programme-editor.ts';
import type { ProgrammeEditorQuery } from '../../../api/generated/types.ts';
import { request } from '../../../api/server.ts';
import { programmeText } from '../../../text/programme.text.ts';
import { showToast } from '../../../ui/toasts.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { LeaveGuard } from '../leave-guard.tsx';
import { DraftBar } from './draft-bar.tsx';
import { figuresIn, fillIn, write, written, type Draft } from './draft.ts';
import { Faults, faultsOf, type Fault } from './faults.tsx';
import { PreviewDialog, type Preview } from './preview-dialog.tsx';
import { Presets } from './presets.tsx';
import { RuleLine, type Editing } from './rule-line.tsx';
import { SaveDialog } from './save-dialog.tsx';

interface RuleFormProps {
  readonly programme: ProgrammeEditorQuery['newestProgramme'];
  readonly presets: ProgrammeEditorQuery['programmePresets'];
  readonly onSaved: () => void;
}

/** All rules as sentences; what is written stays here until it is saved as one version. */
export function RuleForm({ programme, presets, onSaved }: RuleFormProps): JSX.Element {
  const t = programmeText();
  const { version, sections } = programme;
  const draft = useSignal<Draft>(new Map());
  const faults = useSignal<readonly Fault[]>([]);
  const preview = useSignal<Preview | undefined>(undefined);
  const isSaving = useSignal(false);
  const change = (changed: Draft): void => {
    draft.value = changed;
    faults.value = [];
  };
  const look = useAction(async () => {
    const input = { basedOn: version, figures: written(draft.peek()) };
    const { previewProgramme: result } = await request(PreviewProgrammeDocument, { input });
    if (result.__typename === 'PreviewProgrammeSuccess') preview.value = result;
    else faults.value = faultsOf(result);
  });
  const editing: Editing = {
    draft: draft.value,
    faulty: new Set(faults.value.flatMap(({ keys }) => keys)),
    onWrite: (figure, value) => change(write(draft.peek(), figure, value)),
  };
  return (
    <>
      <Presets
        presets={presets}
        onUse={({ name, figures }) => {
          change(fillIn(draft.peek(), figuresIn(sections), figures));
          showToast({ text: t.presetUsed(name, draft.peek().size) });
        }}
      />
      <p class="soft small">{t.based(version)}</p>
      <Faults faults={faults.value} />
      {sections.map(({ id, title, rules }) => (
        <section key={id} class="panel stack-tight" aria-labelledby={`section-${id}`}>
          <h2 id={`section-${id}`}>{title}</h2>
          <ul class="plain-list records">
            {rules.map((rule, i) => (
              <RuleLine key={i} rule={rule} editing={editing} />
            ))}
          </ul>
        </section>
      ))}
      <DraftBar
        count={draft.value.size}
        look={look}
        onDiscard={() => change(new Map())}
        onSave={() => (isSaving.value = true)}
      />
      <PreviewDialog preview={preview.value} onClose={() => (preview.value = undefined)} />
      <SaveDialog
        isOpen={isSaving.value}
        basedOn={version}
        draft={draft.value}
        onClose={() => (isSaving.value = false)}
        onRefused={(found) => {
          isSaving.value = false;
          faults.value = found;
        }}
        onSaved={(saved) => {
          isSaving.value = false;
          change(new Map());
          showToast({ text: t.saved(saved.version, saved.isInForce) });
          onSaved();
        }}
      />
      <LeaveGuard isActive={draft.value.size > 0} text={t.leaveText} />
    </>
  );
}
