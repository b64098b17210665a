import type { AccountText } from './account.zh.ts';
import { formatNumber } from './format.ts';

export const accountEn: AccountText = {
  username: 'Username',
  password: 'Password',
  newPassword: 'New password',
  displayName: 'Display name',
  login: {
    title: 'Log in',
    submit: 'Log in',
    remember: 'Stay logged in on this device',
    returnNotice: 'Please log in; you will then come back to where you were.',
    forgot: 'Forgot your password?',
    register: 'No account yet? Register free',
    alreadyIn: (name) => `You are logged in as ${name}.`,
    toOffice: 'Go to your back office',
  },
  register: {
    title: 'Register free',
    gift: (points) =>
      `You get ${formatNumber(points)} card points for registering: enough to start right away.`,
    usernameHint: 'For logging in; nobody else sees it.',
    displayNameHint: 'What others see when you comment or share.',
    more: 'More about you (optional)',
    email: 'E-mail',
    emailHint: 'To get back in if you forget your password.',
    phone: 'Phone',
    birthday: 'Birthday',
    referral: 'Referral code',
    referralFrom: (code) => `Invited with code ${code}`,
    removeReferral: 'Do not use the code',
    submit: 'Register and log in',
    terms:
      'By registering you agree to respect the wishes of those who speak, and to share only what you may share. You can delete your transcripts at any time.',
    logIn: 'Already registered? Log in',
  },
  setup: {
    title: 'Create the operator account',
    intro:
      'This is the first operator of this site: announcements, point plans and orders are managed with it. The set-up link works once.',
    noToken: 'This address lacks its token. Open the whole link that the service printed when it started.',
    submit: 'Create operator',
    done: 'Created',
  },
  recover: {
    title: 'Get back in',
    byMail: 'By e-mail',
    byMailText:
      'Enter your username or e-mail. If the account has an e-mail address, a link that works once is sent to it.',
    usernameOrEmail: 'Username or e-mail',
    send: 'Send the link',
    sentTitle: 'We have your request',
    byCode: 'With a recovery code',
    byCodeText: 'One of the ten single-use codes that you saved under Security.',
    noMail:
      'This site has no mail service. Use a recovery code; without one, please ask the people who run the site.',
    recoveryCode: 'Recovery code',
    checking: 'Checking the link…',
    badLinkTitle: 'This link does not work any more',
    badLink: 'It was used, has expired, or was not copied whole. Please ask for a new one.',
    again: 'Ask for a new link',
    newTitle: 'Choose a new password',
    expires: (when) => `The link works until ${when}.`,
    question: 'Security question',
    answer: 'Answer',
    submit: 'Set the new password',
    doneTitle: 'Your password is changed',
    done: (count) =>
      count === 0
        ? 'Log in with it now.'
        : `Your ${count} other ${count === 1 ? 'session was' : 'sessions were'} logged out. Log in with the new password now.`,
    toLogin: 'Log in',
  },
};
