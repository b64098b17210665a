import './programme.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { ProgrammeEditorDocument } from '../../../api/generated/programme-editor.ts';
import { PageHeading } from '../../../app/page-heading.tsx';
import { programmeText } from '../../../text/programme.text.ts';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { useQuery } from '../../../ui/use-query.ts';
import { RuleForm } from './rule-form.tsx';
import { TierRuns } from './tier-runs.tsx';
import { Versions } from './versions.tsx';

/** The programme's rules for operators: sentences to fill in, a preview, versions, and the run over all members. */
export function ProgrammeSection(): JSX.Element {
  const t = programmeText();
  const { state, reload } = useQuery(ProgrammeEditorDocument, {});
  /** Counts the versions that were saved here, so that the form and the list begin anew. */
  const saved = useSignal(0);
  const { result, error } = state.value;
  return (
    <>
      <PageHeading title={t.title} />
      <p class="soft prose">{t.intro}</p>
      {error !== undefined && <ErrorState error={error} onRetry={reload} />}
      {result === undefined && error === undefined && <Skeleton lines={8} />}
      {result !== undefined && (
        <RuleForm
          key={result.newestProgramme.version}
          programme={result.newestProgramme}
          presets={result.programmePresets}
          onSaved={() => {
            saved.value += 1;
            reload();
          }}
        />
      )}
      <TierRuns />
      <Versions key={saved.value} />
    </>
  );
}
