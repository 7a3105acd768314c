import type { Context } from '../kernel/context.ts';
import { LOCALES, wordsIn, type Words } from '../kernel/text.ts';
import { codeFor, CODE_MINUTES } from './contact.ts';
import type { Claimable } from './delivery-queries.ts';
import { digestLines, digestTitle, type DigestRow } from './digest-words.ts';
import { CHANNEL_SEAL } from './channel.ts';
import { CHANNEL_KINDS } from './message.ts';
import { fitted, robotHost, ROBOTS, type RobotRequest } from './robot-formats.ts';
import type { Mail } from './send-mail.ts';
import { unseal } from '../kernel/sealed.ts';

/** What is to be sent, or why it cannot be (a key of `messages.failure`). */
export type Content = { mail: Mail } | { kind: (typeof CHANNEL_KINDS)[number]; request: RobotRequest } | { failure: string };

/** Made when it is sent: addresses, words and secrets stand nowhere in the queue. */
export async function contentOf(context: Context, delivery: Claimable): Promise<Content> {
  if (delivery.channel === 'webhook') return webhookContent(context, delivery);
  const [contact, account] = await Promise.all([
    context.db.mailContact.findUnique({ where: { accountId: delivery.targetId } }),
    context.db.account.findFirst({ where: { id: delivery.targetId, active: true }, select: { locale: true } }),
  ]);
  if (contact === null || account === null) return { failure: 'address_gone' };
  const t = wordsIn(LOCALES.find((l) => l === account.locale) ?? 'zh-CN');
  const { key } = delivery;
  if (delivery.messageId === null) {
    const code = codeFor(context.config, contact);
    return { mail: { key, to: contact.email, subject: t('messages.check.subject'), text: t('messages.check.text', { code, minutes: CODE_MINUTES }) } };
  }
  if (contact.verifiedAt === null) return { failure: 'address_gone' };
  const digest = await digestOf(context, delivery.messageId, delivery.targetId);
  return digest.items.length === 0 ? { failure: 'address_gone' } : { mail: { key, to: contact.email, ...mailWords(context, t, digest) } };
}

function mailWords({ calendar, config }: Context, t: Words, digest: DigestRow): Pick<Mail, 'subject' | 'text'> {
  const [, ...lines] = digestLines(t, digest, calendar, config.publicUrl);
  return { subject: digestTitle(t, digest, digest.items.length), text: `${lines.join('\n')}\n` };
}

/** The digest as this account may read it (a head from 催办单 up), or the whole for the unit's own group. */
async function digestOf({ db }: Context, messageId: number, accountId: number | null): Promise<DigestRow> {
  const { day, kind, unit, items, receipts } = await db.message.findUniqueOrThrow({
    where: { id: messageId },
    include: { unit: { select: { shortName: true } }, items: { orderBy: { id: 'asc' } }, receipts: { where: { accountId: accountId ?? -1 }, select: { pressedOnly: true } } },
  });
  const pressedOnly = receipts.length > 0 && receipts.every((r) => r.pressedOnly);
  return { day, kind, unit: unit.shortName, items: items.filter((item) => !pressedOnly || item.rung === 'slip') };
}

async function webhookContent(context: Context, { targetId, messageId }: Claimable): Promise<Content> {
  const { config, wallClock, calendar } = context;
  const channel = await context.db.channel.findFirst({ where: { id: targetId, active: true } });
  const kind = CHANNEL_KINDS.find((k) => k === channel?.kind);
  if (channel === null || kind === undefined || messageId === null) return { failure: 'address_gone' };
  const address = unseal(config.sessionSecret, CHANNEL_SEAL, channel.address);
  const secret = channel.secret === null ? null : unseal(config.sessionSecret, CHANNEL_SEAL, channel.secret);
  if (address === null || (channel.secret !== null && secret === null)) return { failure: 'sealed' };
  if (robotHost(kind, address, config.messageHosts) === null) return { failure: 'host' }; // the list may have become shorter since
  const text = fitted(kind, digestLines(wordsIn('zh-CN'), await digestOf(context, messageId, null), calendar, config.publicUrl));
  return { kind, request: ROBOTS[kind].request(address, secret, text, wallClock.now()) };
}
