import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { countWaiting } from '../../src/dashboards/count-waiting.ts';
import { Forbidden } from '../../src/kernel/errors.ts';
import { endChannel } from '../../src/messages/end-channel.ts';
import { retryDelivery } from '../../src/messages/retry-delivery.ts';
import { saveSettings } from '../../src/messages/save-settings.ts';
import { setAsideDeliveries } from '../../src/messages/set-aside-deliveries.ts';
import { setChannel } from '../../src/messages/set-channel.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { sendDigests } from '../../src/messages/send-digests.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

describe('the pages about messages', () => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  beforeAll(async () => {
    context = await testContext('sqlite', { now: instantAt('2023-03-01', '09:30') });
    matter = await assembleMatter(context);
    await sendDigests(context);
    app = buildApp(context);
  });
  afterAll(() => context.done());

  test('a clerk finds the digest, opens what it is about and marks it as read', async () => {
    const clerk = await signInAs(app, 'shangwu');
    const page = await clerk.get('/messages');
    expect(page.text).toContain(`href="/tasks/${matter.taskId}/filings/2023-01"`);
    expect(page.text).toContain('共 1 条，未读 1 条');
    const { messageId } = await context.db.messageReceipt.findFirstOrThrow({ where: { accountId: matter.person('shangwu').accountId } });
    await clerk.post('/messages/reading', { message: String(messageId) });
    expect((await clerk.get('/messages')).text).toContain('未读 0 条');
    expect((await (await signInAs(app, 'shangwu-head')).get('/messages')).text).toContain('还没有消息');
  });

  test('overseers see what units were sent, by unit and month', async () => {
    const inspector = await signInAs(app, 'duchayuan');
    expect((await inspector.get(`/messages/sent?unit=${matter.unit('fagai')}&month=2023-03`)).text).toContain('共 1 条');
    expect((await inspector.get('/messages/sent?month=2023-02')).text).toContain('共 0 条');
  });

  test('the administrator sets times and a robot, whose address is never shown again; wrong ones keep what was typed', async () => {
    const admin = await signInAs(app, 'admin');
    const times = { version: '0', before: '10、3', repeatDays: '5', coolDownDays: '2', reviewDays: '3', from: '09:00', until: '17:00' };
    expect((await admin.post('/messages/settings', { ...times, until: '08:00' })).text).toContain('结束时间须晚于开始时间');
    expect((await admin.post('/messages/settings', times)).status).toBe(303);
    expect((await admin.post('/messages/settings', times)).status).toBe(409);
    expect(JSON.parse((await context.db.setting.findUniqueOrThrow({ where: { key: 'messages' } })).value)).toMatchObject({ before: [10, 3] });
    const robot = { unit: String(matter.unit('fagai')), kind: 'wecom', address: 'https://evil.example.com/?key=geheim', secret: '' };
    const refused = await admin.post('/messages/channels', robot);
    expect([refused.status, refused.text.includes('qyapi.weixin.qq.com'), refused.text.includes('evil.example.com')]).toEqual([422, true, true]);
    expect((await admin.post('/messages/channels', { ...robot, address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=geheim' })).status).toBe(303);
    const page = (await admin.get('/messages/settings')).text;
    expect([page.includes('qyapi.weixin.qq.com'), page.includes('geheim')]).toEqual([true, false]);
  });

  test.each(['duchayuan', 'shangwu-head', 'shangwu', 'shizhang', 'shenji'])('%s sets nothing of it up, by whatever way the act is reached', async (login) => {
    const actor = matter.person(login);
    const wish = { version: 0, before: [5], repeatDays: 5, coolDownDays: 2, reviewDays: 3, from: '09:00', until: '17:00' };
    const acts = await Promise.allSettled([
      saveSettings(context, actor, wish), setChannel(context, actor, { unit: matter.unit('fagai'), kind: 'wecom', address: 'https://qyapi.weixin.qq.com/', secret: '' }),
      endChannel(context, actor, 1, { version: 1 }), retryDelivery(context, actor, 1), setAsideDeliveries(context, actor, { ids: [1], reason: '停用' }),
    ]);
    expect(acts.map((act) => act.status === 'rejected' && act.reason instanceof Forbidden)).toEqual([true, true, true, true, true]);
  });

  test('what could not be delivered lies on the administrator’s desk until it is sent again or put aside with a reason', async () => {
    const { id: messageId } = await context.db.message.findFirstOrThrow({ where: { day: '2023-03-01' } });
    const lost = { messageId, channel: 'email', targetId: 1, status: 'dead', attempts: 6, error: 'rejected', nextAt: context.clock.now(), createdAt: context.clock.now() };
    const [a, b, c] = [await context.db.delivery.create({ data: { ...lost, key: 'a' } }), await context.db.delivery.create({ data: { ...lost, key: 'b' } }), await context.db.delivery.create({ data: { ...lost, key: 'c' } })];
    const admin = await signInAs(app, 'admin');
    expect([(await admin.get('/')).text.includes('未送达的消息'), await countWaiting(context, matter.person('admin'))]).toEqual([true, 3]);
    const aside = (body: Record<string, string>) => admin.post('/messages/deliveries/setting-aside', body);
    expect([(await aside({ reason: '邮箱已停用' })).text.includes('请先勾选'), (await aside({ ids: String(a.id), reason: '' })).status]).toEqual([true, 422]);
    expect([(await aside({ ids: String(a.id), reason: '邮箱已停用' })).status, (await aside({ ids: String(a.id), reason: '邮箱已停用' })).status]).toEqual([303, 404]);
    expect((await admin.post(`/messages/deliveries/${String(b.id)}/retry`, {})).status).toBe(303);
    const left = await context.db.delivery.findMany({ where: { id: { in: [a.id, b.id, c.id] } }, orderBy: { id: 'asc' }, select: { status: true } });
    expect([left.map((d) => d.status), await countWaiting(context, matter.person('admin'))]).toEqual([['set_aside', 'queued', 'dead'], 1]);
  });
});
