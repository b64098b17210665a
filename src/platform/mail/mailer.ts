import nodemailer from 'nodemailer';

/** A mail in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mail, or says that it cannot; never pretends. */
export interface Mailer {
  readonly isConfigured: boolean;
  send(mail: Mail): Promise<void>;
}

/** The mailer for a configuration; without an SMTP address it is not configured and refuses to send. */
export function mailerFor(options: { readonly smtpUrl: string | null; readonly from: string }): Mailer {
  if (!options.smtpUrl) {
    return {
      isConfigured: false,
      send: () => Promise.reject(new Error('No mail can be sent: SMTP_URL is not set.')),
    };
  }
  const transport = nodemailer.createTransport(options.smtpUrl);
  return {
    isConfigured: true,
    async send(mail) {
      await transport.sendMail({ from: options.from, to: mail.to, subject: mail.subject, text: mail.text });
    },
  };
}
