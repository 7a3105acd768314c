import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { AUDIT_EVENTS } from '../../src/audit/audit-events.ts';
import { eventName } from '../../src/audit/event-sentence.ts';
import { recordEvent } from '../../src/audit/record-event.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { transaction } from '../../src/kernel/db/transaction.ts';
import { wordsIn } from '../../src/kernel/text.ts';
import { assembleCast, type Cast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';
import { Thief } from './tamperings.ts';

describe('the auditor', () => {
  let context: TestContext;
  let cast: Cast;
  let app: Express;
  let auditor: Visitor;
  beforeEach(async () => {
    context = await testContext('sqlite');
    cast = await assembleCast(context);
    app = buildApp(context);
    const act = (event: 'task.issued' | 'task.closed' | 'plan.imported', login: string, subject: string, day: string): Promise<void> => {
      context.clock.set(instantAt(day, '09:30'));
      return transaction(context, (tx) => recordEvent(tx, context, cast.person(login), { event, subject, data: { reason: '=1+1' } }));
    };
    await act('plan.imported', 'duchashi', 'plan:1', '2023-05-31');
    await act('task.issued', 'duchashi', 'task:7', '2023-06-01');
    await act('task.closed', 'duchashi2', 'task:7', '2023-06-02');
    context.clock.set(instantAt('2023-06-15', '09:00'));
    auditor = await signInAs(app, 'shenji');
  });
  afterEach(() => context.done());
  const rows = (text: string): string[] => [...text.matchAll(/<td data-label="事件"[^>]*>([^<]*)</g)].map((m) => m[1] ?? '');

  test('reads the log as sentences, the latest first', async () => {
    const sentences = rows((await auditor.get('/audit')).text);
    expect(sentences).toHaveLength(4);
    expect(sentences[0]).toContain('登录');
    expect(sentences[3]).toContain('导入');
  });

  test.each([
    ['from=2023-06-01&to=2023-06-01', 1], ['from=2023-06-02', 2], ['to=2023-05-31', 1], ['actor=陈静', 1], ['actor=市委督查室', 3], ['event=task.closed', 1],
    ['object=task%3A7', 2], ['object=task%3A7&event=task.issued', 1], ['event=nonsense', 4], ['from=yesterday', 4], ['object=%27%20OR%201', 4], ['actor=nobody', 0], ['actor[]=x', 4],
  ])('filters by %s: %d', async (query, count) => {
    expect(rows((await auditor.get(`/audit?${query}`)).text)).toHaveLength(count);
  });

  test('takes a filter off by its own link and keeps the others', async () => {
    const text = (await auditor.get('/audit?event=task.closed&actor=%E9%99%88%E9%9D%99')).text.replaceAll('&#x3D;', '=');
    expect(text).toContain('href="/audit?event=task.closed"');
    expect(text).toContain('href="/audit?actor=%E9%99%88%E9%9D%99"');
  });

  test('takes the log away as a table in which nothing is calculated, and that is in the log', async () => {
    const file = await auditor.get('/audit/events.csv?object=task%3A7');
    expect(file.headers['content-type']).toContain('text/csv');
    const lines = file.text.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('2023-06-02 09:30,市委督查室 陈静,task.closed');
    expect(await context.db.auditEvent.findFirst({ where: { event: 'export.made' } })).toMatchObject({ subject: 'export:audit' });
  });

  test('has the log verified, and is told where it was tampered with', async () => {
    expect((await auditor.post('/audit/verification')).text).toContain('日志完整');
    const thief = new Thief(context.url);
    thief.tamper('one row deleted', () => 1);
    thief.close();
    expect((await auditor.post('/audit/verification')).text).toContain('自第 2 条起缺少记录');
  });

  test('pages through a long log', async () => {
    for (let i = 0; i < 60; i += 1) await transaction(context, (tx) => recordEvent(tx, context, null, { event: 'setting.changed', subject: `setting:${i}` }));
    expect(rows((await auditor.get('/audit')).text)).toHaveLength(50);
    expect(rows((await auditor.get('/audit?page=2')).text)).toHaveLength(14);
  });
});

test('every kind of event has a name of its own to be chosen by, in both languages', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const names = AUDIT_EVENTS.map((event) => eventName(wordsIn(locale), event));
    expect(names.filter((name, i) => name === '' || names.indexOf(name) !== i)).toEqual([]);
  }
});
