import type { JSX } from 'preact';

import type { Brief } from '../../briefs/brief.ts';
import { briefsText } from '../../text/briefs.text.ts';
import { Button } from '../../ui/button.tsx';

interface BriefTableProps {
  readonly briefs: readonly Brief[];
  readonly onEdit: (brief: Brief) => void;
  readonly onRemove: (brief: Brief) => void;
}

/** Codes and what they stand for; on a phone each row's cells stand under each other. */
export function BriefTable({ briefs, onEdit, onRemove }: BriefTableProps): JSX.Element {
  const t = briefsText();
  return (
    <table class="brief-table">
      <caption class="visually-hidden">{t.list}</caption>
      <thead>
        <tr>
          <th scope="col">{t.code}</th>
          <th scope="col">{t.text}</th>
          <th scope="col">{t.note}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {briefs.map((brief) => (
          <tr key={brief.code}>
            <th scope="row">
              <code>{brief.code}</code>
            </th>
            <td dir="auto">{brief.text}</td>
            <td dir="auto" class="soft small">
              {brief.note}
            </td>
            <td class="brief-actions">
              <Button look="quiet" aria-label={t.edit(brief.code)} onClick={() => onEdit(brief)}>
                {t.change}
              </Button>
              <Button look="quiet" aria-label={t.remove(brief.code)} onClick={() => onRemove(brief)}>
                {t.delete}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
