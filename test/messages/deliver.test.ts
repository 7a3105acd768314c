import { createHmac } from 'node:crypto';
import { messengerRound } from '../../src/messages/messenger.ts';
import { askContact } from '../../src/messages/ask-contact.ts';
import { checkContact } from '../../src/messages/check-contact.ts';
import { robotHost, ROBOTS } from '../../src/messages/robot-formats.ts';
import { setChannel } from '../../src/messages/set-channel.ts';
import type { ChannelKind } from '../../src/messages/message.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { mailServer, robotServer, type MailServer, type RobotServer } from './receivers.ts';

describe.each(databases)('what leaves the house on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let robots: RobotServer;
  let mail: MailServer;
  beforeAll(async () => {
    [robots, mail] = [await robotServer(), await mailServer()];
    context = await testContext(kind, { now: instantAt('2023-03-01', '09:30'), settings: { MESSAGE_HOSTS: robots.origin, SMTP_URL: mail.url, MAIL_FROM: 'luoshi@example.gov.cn', PUBLIC_URL: 'https://luoshi.example.gov.cn' } });
    matter = await assembleMatter(context);
  });
  afterAll(async () => {
    await Promise.all([robots.close(), mail.close()]);
    await context.done();
  });

  const robot = (of: ChannelKind, unit: string, address = `${robots.origin}/${of}?token=geheim`): Promise<void> =>
    setChannel(context, matter.person('admin'), { unit: matter.unit(unit), kind: of, address, secret: of === 'wecom' ? '' : 'SECgeheim' });
  const deliveries = () => context.db.delivery.findMany({ orderBy: { id: 'asc' }, select: { channel: true, status: true, attempts: true, error: true } });
  const mailText = (raw: string | undefined): string => Buffer.from((raw ?? '').split('\r\n\r\n').slice(1).join(''), 'base64').toString('utf8');

  test('a code goes to an e-mail address before anything else does, and wrong ones are of no use', async () => {
    await askContact(context, matter.person('shangwu'), { email: 'wang@example.gov.cn' });
    await messengerRound(context, false);
    const code = /[0-9]{8}/.exec(mailText(mail.mails[0]))?.[0] ?? '';
    await expect(checkContact(context, matter.person('shangwu'), { code: code === '00000000' ? '1'.repeat(8) : '0'.repeat(8) })).rejects.toThrow('code_wrong');
    await checkContact(context, matter.person('shangwu'), { code });
    expect((await context.db.mailContact.findFirstOrThrow()).verifiedAt).not.toBeNull();
    await expect(askContact(context, matter.person('shangwu'), { email: 'x@example.gov.cn' })).rejects.toThrow('too_soon');
  });

  test('every robot gets its own form with its own signature, a mail its Message-ID', async () => {
    await robot('wecom', 'shangwu');
    await robot('dingtalk', 'fagai');
    await robot('feishu', 'yuhua');
    expect(await messengerRound(context, true)).toEqual({ written: 4, sent: 4 });
    const of = (name: ChannelKind) => robots.received.find((r) => r.url.startsWith(`/${name}`));
    const millis = String(context.clock.now().getTime());
    const seconds = millis.slice(0, -3);
    expect(of('wecom')?.body).toMatchObject({ msgtype: 'text', text: { content: expect.stringContaining('2023-03-01 市商务局督办提醒') as string } });
    expect(new URL(of('dingtalk')?.url ?? '', 'http://a').searchParams.get('sign')).toBe(createHmac('sha256', 'SECgeheim').update(`${millis}\nSECgeheim`).digest('base64'));
    expect(of('feishu')?.body).toMatchObject({ timestamp: seconds, sign: createHmac('sha256', `${seconds}\nSECgeheim`).update('').digest('base64'), msg_type: 'text' });
    expect(mail.mails[1]).toMatch(new RegExp(`Message-ID: <2023-03-01.${matter.unit('shangwu')}.unit.email.${matter.person('shangwu').accountId}@example.gov.cn>`, 'i'));
    expect(mailText(mail.mails[1])).toContain('https://luoshi.example.gov.cn/messages');
  });

  test('nothing is sent twice, and neither queue nor table holds a secret', async () => {
    expect((await messengerRound(context, true)).sent).toBe(0);
    expect([robots.received.length, mail.mails.length]).toEqual([3, 2]);
    expect(JSON.stringify([await context.db.channel.findMany(), await context.db.delivery.findMany(), await context.db.auditEvent.findMany()])).not.toContain('geheim');
  });

  test('what the other side cannot take now is tried again later, and given up with a line in the end', async () => {
    context.clock.set(instantAt('2023-03-07', '09:30')); // January's report is late by another week
    robots.answers(200, { errcode: 45009, code: 9499 });
    mail.rejects(451);
    await messengerRound(context, true);
    for (const minutes of [1, 1, 6, 16, 61, 121]) {
      context.clock.advance(minutes * 60_000);
      await messengerRound(context, false);
    }
    const last = (await deliveries()).slice(5);
    expect(new Set(last.map((d) => `${d.status} ${d.attempts}`))).toEqual(new Set(['dead 6']));
    expect(new Set(last.map((d) => d.error))).toEqual(new Set(['rejected', 'unreachable']));
  });

  test('nobody is led elsewhere, and yesterday’s digest is not sent today', async () => {
    await context.db.delivery.updateMany({ where: { status: 'dead' }, data: { status: 'queued', attempts: 0, nextAt: context.clock.now() } });
    robots.answers(307, {}, { Location: `${robots.origin}/elsewhere` });
    mail.rejects(550);
    await messengerRound(context, false);
    expect((await deliveries()).slice(5).map((d) => `${d.channel} ${d.status} ${d.error}`).sort()).toEqual(['email dead rejected', 'webhook dead redirect', 'webhook dead redirect', 'webhook dead redirect']);
    expect(robots.received.some((r) => r.url === '/elsewhere')).toBe(false);
    await context.db.delivery.updateMany({ where: { status: 'dead' }, data: { status: 'queued' } });
    context.clock.set(instantAt('2023-03-08', '09:30'));
    await messengerRound(context, false);
    expect(new Set((await deliveries()).slice(5).map((d) => d.status))).toEqual(new Set(['stale']));
  });
});

test('only a robot’s own hosts, listed hosts and a relay on this machine may be written to', () => {
  const allowed = ['robot.example.gov.cn', 'http://127.0.0.1:8080'];
  const may = (address: string): boolean => robotHost('dingtalk', address, allowed) !== null;
  expect(['https://oapi.dingtalk.com/robot/send?access_token=a', 'https://robot.example.gov.cn/a', 'http://127.0.0.1:8080/a'].map(may)).toEqual([true, true, true]);
  const wrong = ['http://oapi.dingtalk.com/', 'https://oapi.dingtalk.com:8443/', 'https://oapi.dingtalk.com.evil.cn/', 'https://u:p@oapi.dingtalk.com/', 'https://qyapi.weixin.qq.com/', 'http://127.0.0.1:9090/', 'https://169.254.169.254/', 'file:///etc/passwd', 'nonsense'];
  expect(wrong.filter(may)).toEqual([]);
  expect(Object.keys(ROBOTS)).toHaveLength(3);
});
