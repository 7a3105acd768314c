import fs from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** The folder that holds src, views, prisma and public. */
export const root = path.resolve(import.meta.dirname, '..');

const flag = z.enum(['0', '1']).transform((v) => v === '1');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as 2023-06-15');

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.string().regex(/^(file:|postgres(ql)?:\/\/)/, 'starts with file: or postgresql://').optional(),
  DEMONSTRATION: flag.optional(),
  DEMONSTRATION_DAY: day.default('2023-06-15'),
  SESSION_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  AUDIT_KEY: z.string().min(32, 'at least 32 characters').optional(),
  TRUST_PROXY: z.string().default(''),
  SECURE_COOKIES: flag.optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(480).default(30),
  SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  PASSWORD_PROFILE: z.enum(['dengbao3', 'asvs']).default('dengbao3'),
  MESSAGES: flag.optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'write the address that people open, as https://luoshi.example.gov.cn' }).optional(),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'starts with smtp:// or smtps://').optional(),
  MAIL_FROM: z.email('write an e-mail address').optional(),
  MESSAGE_HOSTS: z.string().default(''),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Config {
  environment: 'development' | 'production' | 'test';
  port: number;
  host: string;
  dataFolder: string;
  databaseUrl: string;
  /** True where the demonstration cast may sign in and the clock stands still at demonstrationDay. */
  demonstration: boolean;
  demonstrationDay: string;
  sessionSecret: string;
  auditKey: string;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustProxy: string[];
  secureCookies: boolean;
  sessionIdleMinutes: number;
  sessionHours: number;
  /** Which rules passwords follow: kinds and rotation (等保), or length alone. */
  passwordProfile: 'dengbao3' | 'asvs';
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Whether this server writes and delivers the daily digests. */
  messages: boolean;
  /** The address that people open, for links in mails and calendars; null: they carry none. */
  publicUrl: string | null;
  /** Null: no mail leaves this server. */
  mail: { url: string; from: string } | null;
  /** Hosts beside the listed robots' to which webhooks may go. */
  messageHosts: string[];
}

/** Settings that cannot be used; the message is a sentence for the person who starts the server. */
export class ConfigError extends Error {}

/**
 * Reads and checks the settings. A key in .env that is not known here is refused, since it is nearly always a typing error.
 * @throws ConfigError naming every setting that is wrong
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, envFile = path.join(root, '.env')): Config {
  const written = fs.existsSync(envFile) ? parseEnv(fs.readFileSync(envFile, 'utf8')) : {};
  const unknown = Object.keys(written).filter((key) => !(key in schema.shape));
  if (unknown.length > 0) throw new ConfigError(`.env has settings that Luoshi does not know: ${unknown.join(', ')}. See .env.example.`);
  const given = Object.fromEntries(Object.entries({ ...written, ...environment }).filter(([key, value]) => key in schema.shape && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  return complete(parsed.data);
}

const listOf = (text: string): string[] => text.split(',').map((part) => part.trim()).filter((part) => part !== '');

function complete(v: z.infer<typeof schema>): Config {
  const dataFolder = path.resolve(root, v.DATA_DIR);
  const production = v.NODE_ENV === 'production';
  return {
    environment: v.NODE_ENV,
    port: v.PORT,
    host: v.HOST,
    dataFolder,
    databaseUrl: v.DATABASE_URL ?? `file:${path.join(dataFolder, 'luoshi.db')}`,
    demonstration: v.DEMONSTRATION ?? !production,
    demonstrationDay: v.DEMONSTRATION_DAY,
    sessionSecret: v.SESSION_SECRET ?? '',
    auditKey: v.AUDIT_KEY ?? '',
    trustProxy: listOf(v.TRUST_PROXY),
    secureCookies: v.SECURE_COOKIES ?? production,
    sessionIdleMinutes: v.SESSION_IDLE_MINUTES,
    sessionHours: v.SESSION_HOURS,
    passwordProfile: v.PASSWORD_PROFILE,
    logLevel: v.LOG_LEVEL,
    messages: v.MESSAGES ?? !(v.DEMONSTRATION ?? !production),
    publicUrl: v.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    mail: v.SMTP_URL === undefined || v.MAIL_FROM === undefined ? null : { url: v.SMTP_URL, from: v.MAIL_FROM },
    messageHosts: listOf(v.MESSAGE_HOSTS),
  };
}
