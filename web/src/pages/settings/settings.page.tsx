import '../office.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { SettingsPageDocument } from '../../api/generated/settings.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { settingsText } from '../../text/settings.text.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../ui/switches.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { ProfileForm } from './profile-form.tsx';
import { ViewPasswordForm } from './view-password-form.tsx';

/** 系统设置 (M18.11): registration data, the default view password, and how this device looks. */
export function SettingsPage(): JSX.Element {
  const t = settingsText();
  const { state, reload, patch } = useQuery(SettingsPageDocument, {});
  const dirty = useSignal<ReadonlySet<string>>(new Set());
  const { result, error } = state.value;
  const me = result?.me;
  const mark = (section: string) => (isDirty: boolean) => {
    const next = new Set(dirty.peek());
    if (isDirty) next.add(section);
    else next.delete(section);
    if (next.size !== dirty.peek().size) dirty.value = next;
  };
  return (
    <>
      <PageHeading title={t.title} />
      {error !== undefined && me == null && <ErrorState error={error} onRetry={reload} />}
      {me == null && error === undefined && <Skeleton lines={8} />}
      {me != null && (
        <div class="office-columns">
          <ProfileForm
            profile={me}
            onDirty={mark('profile')}
            onSaved={(profile) => patch((now) => ({ me: now.me && { ...now.me, ...profile } }))}
          />
          <div class="stack">
            <ViewPasswordForm
              isSet={me.defaultViewPasswordSet}
              onDirty={mark('viewPassword')}
              onSaved={(defaultViewPasswordSet) =>
                patch((now) => ({ me: now.me && { ...now.me, defaultViewPasswordSet } }))
              }
            />
            <section class="panel stack" aria-labelledby="look-title">
              <h2 id="look-title">{t.look.title}</h2>
              <p class="soft small">{t.look.hint}</p>
              <div class="row">
                <LanguageSwitch />
                <ThemeSwitch />
              </div>
            </section>
          </div>
        </div>
      )}
      <LeaveGuard isDirty={dirty.value.size > 0} />
    </>
  );
}
