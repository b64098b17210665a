import type { SettingsText } from './settings.zh.ts';

export const settingsEn: SettingsText = {
  title: 'Settings',
  saved: 'Saved.',
  profile: {
    title: 'Registration data',
    username: 'Username (cannot be changed)',
    displayName: 'Display name',
    displayNameHint: 'The name that others see, 1 to 40 characters.',
    email: 'E-mail',
    emailHint: 'Used only to send you password reset links.',
    phone: 'Phone',
    birthday: 'Birthday',
    locale: 'Language of mails',
    timeZone: 'Time zone',
    timeZoneHint: 'Dates and times on these pages are shown in it.',
    save: 'Save registration data',
  },
  viewPassword: {
    title: 'Default view password',
    what: 'New transcripts get it as their view password. Those that exist keep theirs: to change one, share it from Content.',
    isSet: 'One is set.',
    isNotSet: 'None is set: each new transcript can have one made for it.',
    label: 'New default view password',
    hint: '6 to 64 characters. It is given to readers, so do not use your account password.',
    account: 'Account password',
    save: 'Save view password',
    remove: 'Stop using a default',
    removed: 'There is no default view password any more.',
  },
  look: { title: 'Appearance and language', hint: 'For this device only; changes take effect at once.' },
  leave: {
    title: 'There are unsaved changes',
    text: 'If you leave this page, what you have filled in is lost.',
    leave: 'Leave without saving',
  },
};
