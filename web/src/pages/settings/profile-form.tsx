import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { UpdateProfileDocument } from '../../api/generated/settings.ts';
import type { ProfileFieldsFragment } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { refreshSession } from '../../app/session.ts';
import { settingsText } from '../../text/settings.text.ts';
import { languages } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';

const fieldNames = ['displayName', 'email', 'phone', 'birthday', 'locale', 'timeZone'] as const;

interface ProfileFormProps {
  readonly profile: ProfileFieldsFragment;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onSaved: (profile: ProfileFieldsFragment) => void;
}

/** What was told at registration, to be changed; saved as one section. */
export function ProfileForm({ profile, onDirty, onSaved }: ProfileFormProps): JSX.Element {
  const t = settingsText();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const isSaved = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const look = (): void => {
    isSaved.value = false;
    if (form.current !== null) onDirty(isChanged(form.current, profile));
  };
  const save = useAction(async (filled: HTMLFormElement) => {
    const { updateProfile: result } = await request(UpdateProfileDocument, { input: toInput(filled) });
    problem.value = result.__typename === 'UpdateProfileSuccess' ? undefined : result;
    if (result.__typename !== 'UpdateProfileSuccess') return;
    onSaved(result.member);
    onDirty(false);
    isSaved.value = true;
    await refreshSession();
  });
  return (
    <form
      ref={form}
      class="panel stack"
      aria-labelledby="profile-title"
      onInput={look}
      onSubmit={submitting(save.run)}
    >
      <h2 id="profile-title">{t.profile.title}</h2>
      <FormError>{save.fault.value ?? formError(problem.value, fieldNames)}</FormError>
      <Field label={t.profile.username} value={profile.username} autocomplete="username" readOnly />
      <ProfileFields profile={profile} errorOf={(field) => fieldError(problem.value, field)} />
      <div class="row">
        <Button type="submit" look="primary" isBusy={save.isBusy.value}>
          {t.profile.save}
        </Button>
        <span role="status">{isSaved.value && <span class="saved">✓ {t.saved}</span>}</span>
      </div>
    </form>
  );
}

interface ProfileFieldsProps {
  readonly profile: ProfileFieldsFragment;
  readonly errorOf: (field: string) => string | undefined;
}

function ProfileFields({ profile, errorOf }: ProfileFieldsProps): JSX.Element {
  const t = settingsText().profile;
  return (
    <>
      <Field
        label={t.displayName}
        hint={t.displayNameHint}
        name="displayName"
        autocomplete="nickname"
        required
        defaultValue={profile.displayName}
        error={errorOf('displayName')}
      />
      <Field
        label={t.email}
        hint={t.emailHint}
        name="email"
        type="email"
        autocomplete="email"
        isOptional
        defaultValue={profile.email ?? ''}
        error={errorOf('email')}
      />
      <Field
        label={t.phone}
        name="phone"
        type="tel"
        autocomplete="tel"
        isOptional
        defaultValue={profile.phone ?? ''}
        error={errorOf('phone')}
      />
      <Field
        label={t.birthday}
        name="birthday"
        type="date"
        autocomplete="bday"
        isOptional
        defaultValue={profile.birthday ?? ''}
        error={errorOf('birthday')}
      />
      <SelectField label={t.locale} name="locale" defaultValue={profile.locale} error={errorOf('locale')}>
        {languages.map(({ value, name }) => (
          <option key={value} value={value} lang={value} selected={value === profile.locale}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={t.timeZone} hint={t.timeZoneHint} name="timeZone" error={errorOf('timeZone')}>
        {timeZones(profile.timeZone).map((zone) => (
          <option key={zone} value={zone} selected={zone === profile.timeZone}>
            {zone}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** Every zone that the browser knows, and the one that is set in any case. */
function timeZones(now: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(now) ? known : [now, ...known];
}

function toInput(form: HTMLFormElement) {
  const text = (name: string): string => textOf(form, name).trim();
  return {
    displayName: text('displayName'),
    email: text('email') || null,
    phone: text('phone') || null,
    birthday: text('birthday') || null,
    locale: text('locale'),
    timeZone: text('timeZone'),
  };
}

function isChanged(form: HTMLFormElement, profile: ProfileFieldsFragment): boolean {
  const filled = toInput(form);
  return fieldNames.some((name) => filled[name] !== profile[name]);
}
