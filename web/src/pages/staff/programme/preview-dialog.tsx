import type { JSX } from 'preact';

import type { PreviewProgrammeQuery } from '../../../api/generated/types.ts';
import { formatNumber } from '../../../text/format.ts';
import { programmeText } from '../../../text/programme.text.ts';
import { Dialog } from '../../../ui/dialog.tsx';

export type Preview = Extract<
  PreviewProgrammeQuery['previewProgramme'],
  { readonly __typename: 'PreviewProgrammeSuccess' }
>;

interface PreviewDialogProps {
  readonly preview: Preview | undefined;
  readonly onClose: () => void;
}

/** Whom the changes would move, from which level to which, and when. */
export function PreviewDialog({ preview, onClose }: PreviewDialogProps): JSX.Element {
  const t = programmeText();
  return (
    <Dialog isOpen={preview !== undefined} title={t.previewTitle} onClose={onClose}>
      {preview?.moves.length === 0 && <p>{t.previewNone(preview.total)}</p>}
      {preview !== undefined && preview.moves.length > 0 && (
        <>
          <p>{t.previewTotal(preview.total)}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.from}</th>
                <th scope="col">{t.to}</th>
                <th scope="col" class="number">
                  {t.members}
                </th>
                <th scope="col">{t.when}</th>
              </tr>
            </thead>
            <tbody>
              {preview.moves.map(({ from, fromName, to, toName, count, isAtOnce }) => (
                <tr key={`${from}${to}${isAtOnce}`}>
                  <td>{fromName}</td>
                  <td>{toName}</td>
                  <td class="number">{formatNumber(count)}</td>
                  <td>{isAtOnce ? t.atOnce : t.atReview}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  );
}
