import type { Express } from 'express';
import request from 'supertest';
import { buildApp } from '../../src/app.ts';
import { makeFeed } from '../../src/messages/calendar-feed.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { folded, icsOf } from '../../src/messages/ics.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar programme', () => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  const read = async (token: string): Promise<request.Response> => request(app).get(`/calendar/${token}.ics`);
  beforeAll(async () => {
    context = await testContext('sqlite', { settings: { PUBLIC_URL: 'https://luoshi.example.gov.cn' } });
    matter = await assembleMatter(context);
    app = buildApp(context);
  });
  afterAll(() => context.done());

  test('reads what a post has to do as whole days, under an address that is shown once', async () => {
    const clerk = await signInAs(app, 'shangwu');
    const shown = (await clerk.post('/me/calendar')).text;
    const token = /\/calendar\/([A-Za-z0-9_-]{43})\.ics/.exec(shown)?.[1] ?? '';
    const res = await read(token);
    expect([res.status, res.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = unfold(res.text);
    expect(lines.filter((l) => l.startsWith('DTSTART')).sort()).toEqual(['DTSTART;VALUE=DATE:20230206', 'DTSTART;VALUE=DATE:20231231']);
    expect(lines).toContain('DTEND;VALUE=DATE:20240101');
    expect(lines).toContain(`DTSTAMP:${context.clock.now().toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`);
    expect((await clerk.get('/me/messages')).text).not.toContain(token);
    expect(await context.db.calendarFeed.count({ where: { tokenHash: token } })).toBe(0);
  });

  test('shows an inspector and a leader by when units answer them, and nobody else\'s answers', async () => {
    const { taskId, person, unit } = matter;
    await issueUrge(context, person('duchayuan'), taskId, { unitId: unit('shangwu'), reason: '未报', requirement: '抓紧', replyDays: 3, urgentReason: '', capReason: '' });
    await registerInstruction(context, person('shizhang'), taskId, { text: '抓紧落实', givenOn: '2023-06-14', dueOn: '2023-06-30', leaderId: null });
    const days = await Promise.all(['duchayuan', 'shizhang', 'duchashi2'].map(async (login) => unfold((await read(await makeFeed(context, person(login)))).text).filter((l) => /^(?:DTSTART|SUMMARY)/.test(l)).map((l) => l.split(':').at(-1))));
    expect(days).toEqual([['20230620', '待回复：市商务局 建设国际消费中心城市'], ['20230630', '批示待报：市商务局 抓紧落实'], []]);
  });

  test('gets nothing once the address is revoked or replaced, and nothing for one that never was', async () => {
    const first = await makeFeed(context, matter.person('fagai'));
    const second = await makeFeed(context, matter.person('fagai'));
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await (await signInAs(app, 'fagai')).post('/me/calendar/revocation');
    expect([(await read(second)).status, (await read('a'.repeat(43))).status, (await read('x')).status]).toEqual([404, 404, 404]);
  });

  test('gets nothing of a post or an account that has ended', async () => {
    const { postId, accountId } = matter.person('yuhua');
    const token = await makeFeed(context, matter.person('yuhua'));
    await context.db.post.update({ where: { id: postId }, data: { active: false } });
    expect((await read(token)).status).toBe(404);
    await context.db.post.update({ where: { id: postId }, data: { active: true } });
    await context.db.account.update({ where: { id: accountId }, data: { active: false } });
    expect((await read(token)).status).toBe(404);
  });

  test('that guesses is sent away', async () => {
    const found = new Set<number>();
    for (let n = 0; n < 70; n += 1) found.add((await read(`${String(n).padStart(3, '0')}${'b'.repeat(40)}`)).status);
    expect(found).toEqual(new Set([404, 429]));
  });
});

describe('a calendar file', () => {
  test('folds long lines at 75 octets and never inside a character', () => {
    const line = `SUMMARY:${'长沙市“十四五”规划🎯'.repeat(12)}`;
    const parts = folded(line).split('\r\n');
    expect(parts.every((part) => Buffer.byteLength(part, 'utf8') <= 75)).toBe(true);
    expect([parts.length > 3, parts.map((part, i) => (i === 0 ? part : part.slice(1))).join('')]).toEqual([true, line]);
  });

  test('keeps commas, semicolons, backslashes and line ends of a title as text', () => {
    const text = icsOf('名', [{ uid: 'a@luoshi', day: '2024-02-28', summary: 'a,b;c\\d\r\nEND:VEVENT', description: '', url: null }], new Date(0));
    expect(unfold(text)).toContain('SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT');
    expect(unfold(text)).toContain('DTEND;VALUE=DATE:20240229');
    expect(text.split('\n').every((l) => l === '' || l.endsWith('\r'))).toBe(true);
  });
});
