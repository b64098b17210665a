import '../office.css';

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import { NotificationSettingsDocument, SetNotificationConsentDocument } from '../../api/generated/inbox.ts';
import type { NotificationSettingsQuery } from '../../api/generated/types.ts';
import { ApiError } from '../../api/client.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { inboxText } from '../../text/inbox.text.ts';
import { LinkButton } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';

type Channel = NonNullable<NotificationSettingsQuery['me']>['notificationSettings'][number];
type Consent = Channel['consents'][number];

/** How the member wants to be told of what; each choice is saved as it is made. */
export function NotificationSettings(): JSX.Element {
  const t = inboxText();
  const { state, reload, patch } = useQuery(NotificationSettingsDocument, {});
  const { result, error } = state.value;
  const channels = result?.me?.notificationSettings;
  return (
    <>
      <PageHeading title={t.settingsTitle}>
        <LinkButton href="/inbox">{t.back}</LinkButton>
      </PageHeading>
      <p class="soft prose">{t.settingsIntro}</p>
      {error !== undefined && <ErrorState error={error} onRetry={reload} />}
      {channels === undefined && error === undefined && <Skeleton lines={6} />}
      {channels !== undefined && (
        <div class="office-columns">
          {channels.map((channel) => (
            <ChannelPanel
              key={channel.channel}
              channel={channel}
              onSaved={(notificationSettings) =>
                patch((now) => ({ me: now.me && { ...now.me, notificationSettings } }))
              }
            />
          ))}
        </div>
      )}
    </>
  );
}

interface ChannelPanelProps {
  readonly channel: Channel;
  readonly onSaved: (settings: readonly Channel[]) => void;
}

function ChannelPanel({ channel, onSaved }: ChannelPanelProps): JSX.Element {
  const t = inboxText();
  const headingId = useId();
  const save = useAction(async (consent: Pick<Consent, 'purpose' | 'isOn'>) => {
    const { setNotificationConsent: saved } = await request(SetNotificationConsentDocument, {
      input: { channel: channel.channel, ...consent },
    });
    if (saved.__typename !== 'SetNotificationConsentSuccess')
      throw new ApiError({ code: saved.__typename, message: saved.message });
    onSaved(saved.settings);
    showToast({ text: t.saved });
  });
  return (
    <section class="panel stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{t.channels[channel.channel]}</h2>
      <ChannelNote channel={channel} />
      <FormError>{save.fault.value}</FormError>
      {channel.consents.map((consent) => (
        <ConsentBox
          key={consent.purpose}
          consent={consent}
          isBusy={save.isBusy.value}
          onChange={(isOn) => save.run({ purpose: consent.purpose, isOn })}
        />
      ))}
    </section>
  );
}

function ChannelNote({
  channel: { channel, isConfigured, hasAddress },
}: {
  readonly channel: Channel;
}): JSX.Element | null {
  const t = inboxText();
  if (!isConfigured)
    return (
      <p class="row small">
        <span class="chip">{t.notConfigured}</span> <span class="soft">{t.notConfiguredHint}</span>
      </p>
    );
  if (hasAddress) return null;
  return (
    <p class="row small">
      <span class="chip">{t.noAddress}</span> <span class="soft">{t.noAddressHint[channel]}</span>
      <a href="/settings">{t.toSettings}</a>
    </p>
  );
}

interface ConsentBoxProps {
  readonly consent: Consent;
  readonly isBusy: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function ConsentBox({ consent, isBusy, onChange }: ConsentBoxProps): JSX.Element {
  const t = inboxText();
  const { purpose, isOn, isOptional } = consent;
  return (
    <label class="tick">
      {/* Disabled while it is being saved, a box would lose the focus: what is pressed then waits its turn instead. */}
      <input
        type="checkbox"
        checked={isOn}
        disabled={!isOptional}
        aria-busy={isBusy}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          // It shows what holds, until the server has said that something else does.
          event.currentTarget.checked = isOn;
          onChange(wanted);
        }}
      />
      <span>
        {t.purposes[purpose]}
        <br />
        <span class="soft small">{isOptional ? t.purposeHints[purpose] : t.always}</span>
      </span>
    </label>
  );
}
