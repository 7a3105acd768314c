import nodemailer from 'nodemailer';
import type { Config } from '../config.ts';
import { again, dead, SENT, TIMEOUT_MS, type Outcome } from './delivery.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Becomes the Message-ID: mail servers and readers know by it what they have already. */
  key: string;
}

/** A way to the mail server, open until `close`. */
export interface Mailer {
  send: (mail: Mail) => Promise<Outcome>;
  close: () => void;
}

/** @param mail the settings; nothing is opened before the first mail */
export function openMailer({ url, from }: NonNullable<Config['mail']>): Mailer {
  const limits = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS, dnsTimeout: TIMEOUT_MS };
  const transport = nodemailer.createTransport({ ...limits, url, pool: true, maxConnections: 2, disableFileAccess: true, disableUrlAccess: true });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    send: async ({ to, subject, text, key }) => {
      try {
        await transport.sendMail({ from, to, subject, text, messageId: `<${key}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
        return SENT;
      } catch (error) {
        const code = (error as { responseCode?: unknown }).responseCode;
        return typeof code === 'number' && code >= 500 ? dead('rejected') : again('unreachable');
      }
    },
    close: () => { transport.close(); },
  };
}
