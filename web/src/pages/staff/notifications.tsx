import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import {
  ResendNotificationDocument,
  StaffDeliveriesDocument,
  StaffNotificationTemplatesDocument,
} from '../../api/generated/staff-notifications.ts';
import type { StaffDeliveriesQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { formatDateTime, formatNumber } from '../../text/format.ts';
import { inboxText } from '../../text/inbox.text.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { usePages } from '../../ui/use-pages.ts';
import { useQuery } from '../../ui/use-query.ts';
import { Record } from './record.tsx';
import { StaffList } from './staff-list.tsx';
import { useRefresh } from './use-refresh.ts';

type Delivery = StaffDeliveriesQuery['notificationDeliveries']['edges'][number]['node'];
type State = Delivery['state'];

/** What the house tells its members: by which channels, what became of it, and in which words. */
export function NotificationsSection(): JSX.Element {
  const t = inboxText().staff;
  const wanted = useSignal<State | undefined>(undefined);
  const pages = usePages({
    document: StaffDeliveriesDocument,
    variables: { state: wanted.value },
    connectionOf: ({ notificationDeliveries }) => notificationDeliveries,
  });
  useRefresh(pages.reload);
  return (
    <>
      <PageHeading title={t.title} />
      <p class="soft prose">{t.intro}</p>
      <HouseChannels />
      <div class="row row-between">
        <h2>{t.outbox}</h2>
        <StateChoice onChoice={(state) => (wanted.value = state)} />
      </div>
      <StaffList
        pages={pages}
        label={t.outbox}
        empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
      >
        {(delivery) => <DeliveryLine key={delivery.id} delivery={delivery} onResent={pages.reload} />}
      </StaffList>
    </>
  );
}

function StateChoice({ onChoice }: { readonly onChoice: (state: State | undefined) => void }): JSX.Element {
  const t = inboxText().staff;
  const states = Object.keys(t.states) as State[];
  return (
    <SelectField
      label={t.state}
      onChange={(event) => onChoice(states.find((state) => state === event.currentTarget.value))}
    >
      <option value="">{t.anyState}</option>
      {states.map((state) => (
        <option key={state} value={state}>
          {t.states[state]}
        </option>
      ))}
    </SelectField>
  );
}

const needsLook: readonly State[] = ['FAILED', 'UNCERTAIN', 'NOT_CONFIGURED', 'NO_ADDRESS', 'TOO_LATE'];

function DeliveryLine({
  delivery,
  onResent,
}: {
  readonly delivery: Delivery;
  readonly onResent: () => void;
}): JSX.Element {
  const { staff: t, channels } = inboxText();
  const { state, channel, title, member, recipient, attempts, lastError, dueAt, sentAt, createdAt } =
    delivery;
  const name = member?.displayName ?? t.unknown;
  const resend = useAction(async () => {
    await request(ResendNotificationDocument, { input: { deliveryId: delivery.id } });
    showToast({ text: t.resent });
    onResent();
  });
  return (
    <Record
      level={3}
      title={title}
      about={
        <>
          <span class={state === 'SENT' ? 'chip good' : 'chip'}>{t.states[state]}</span>
          <span>{channels[channel]}</span>
          {dueAt !== null && <span>{t.due(formatDateTime(dueAt))}</span>}
          {lastError !== null && <span>{t.error(lastError)}</span>}
          {resend.fault.value !== undefined && <span role="alert">{resend.fault.value}</span>}
        </>
      }
      facts={[
        [t.to, recipient === null ? name : `${name} · ${recipient}`],
        [t.at, formatDateTime(sentAt ?? createdAt)],
        [t.attempts, formatNumber(attempts)],
      ]}
      actions={
        needsLook.includes(state) && (
          <Button
            isBusy={resend.isBusy.value}
            aria-label={t.resendLabel(title, name)}
            onClick={() => resend.run()}
          >
            {t.resend}
          </Button>
        )
      }
    />
  );
}

function HouseChannels(): JSX.Element {
  const { staff: t, channels, notConfigured, purposes } = inboxText();
  const { result } = useQuery(StaffNotificationTemplatesDocument, {}).state.value;
  return (
    <section class="panel stack" aria-label={t.channels}>
      <ul class="plain-list row">
        {result?.notificationChannels.map(({ channel, isConfigured }) => (
          <li key={channel} class="row">
            {channels[channel]}
            <span class={isConfigured ? 'chip good' : 'chip'}>
              {isConfigured ? t.configured : notConfigured}
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t.templates}</summary>
        <ul class="plain-list stack">
          {result?.notificationTemplates.map(({ id, name, purpose, samples }) => (
            <li key={id} class="stack-tight">
              <strong>
                {name} <span class="chip">{purposes[purpose]}</span>
              </strong>
              {samples.map(({ locale, title, body }) => (
                <p key={locale} lang={locale} class="small">
                  {title} <span class="soft">{body}</span>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
