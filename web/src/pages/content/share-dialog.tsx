import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { RenewViewPasswordDocument } from '../../api/generated/sharing.ts';
import { request } from '../../api/server.ts';
import { contentText } from '../../text/content.text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ContentTranscript } from './content-list.ts';
import { refused } from './refused.ts';
import { shareLink } from './share-link.ts';

interface ShareDialogProps {
  readonly transcript: ContentTranscript | undefined;
  readonly onClose: () => void;
  readonly onPassword: (id: string) => void;
}

interface NewPassword {
  readonly text: string;
  readonly viewersSignedOut: number;
}

/** Link, view code and password of one transcript, and the invitation that says all three. */
export function ShareDialog({ transcript, onClose, onPassword }: ShareDialogProps): JSX.Element {
  const t = contentText().shareDialog;
  const made = useSignal<NewPassword | undefined>(undefined);
  useEffect(() => void (made.value = undefined), [transcript?.id]);
  const renew = useAction(async () => {
    if (transcript === undefined) return;
    const { setViewPassword: result } = await request(RenewViewPasswordDocument, {
      input: { transcriptId: transcript.id },
    });
    if (result.__typename !== 'SetViewPasswordSuccess') throw refused(result.message);
    made.value = { text: result.viewPassword ?? '', viewersSignedOut: result.viewersSignedOut };
    onPassword(transcript.id);
  });
  const code = transcript?.shareCode ?? '';
  const title = transcript?.title ?? '';
  const invitation = t.invitation({ title, link: shareLink(code), code, password: made.value?.text });
  return (
    <Dialog isOpen={transcript !== undefined} title={t.title(title)} onClose={onClose}>
      <FormError>{renew.fault.value}</FormError>
      <dl class="share-facts">
        <dt>{t.link}</dt>
        <dd>{shareLink(code)}</dd>
        <dt>{t.code}</dt>
        <dd class="code">{code}</dd>
        <dt>{t.password}</dt>
        <dd>
          <div role="status">
            {made.value === undefined ? (
              <span class="soft">{transcript?.viewPasswordSet ? t.passwordKept : t.passwordNone}</span>
            ) : (
              <>
                <span class="code">{made.value.text}</span>
                <p class="small">{t.renewed(made.value.viewersSignedOut)}</p>
              </>
            )}
          </div>
          {made.value === undefined && transcript?.viewPasswordSet && (
            <p class="small soft">{t.renewWarning}</p>
          )}
        </dd>
      </dl>
      <div class="row">
        <CopyButton text={invitation}>{t.copyInvitation}</CopyButton>
        {made.value === undefined && (
          <Button isBusy={renew.isBusy.value} onClick={renew.run}>
            {t.renew}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
