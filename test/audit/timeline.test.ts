import { AUDIT_EVENTS } from '../../src/audit/audit-events.ts';
import { timelineOf } from '../../src/audit/audit-queries.ts';
import { eventSentence } from '../../src/audit/event-sentence.ts';
import { recordEvent } from '../../src/audit/record-event.ts';
import { transaction } from '../../src/kernel/db/transaction.ts';
import { LOCALES, wordsIn } from '../../src/kernel/text.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext } from '../support/test-context.ts';

describe.each(databases)('the timeline of a task on %s', (kind) => {
  test('shows what happened to it and its filings, the latest first, and nothing of other tasks', async () => {
    const context = await testContext(kind);
    const record = (event: 'task.issued' | 'filing.returned', subject: string, thread: string): Promise<void> =>
      transaction(context, (tx) => recordEvent(tx, context, null, { event, subject, thread, data: { reason: '数据不实' } }));
    await record('task.issued', 'task:1', 'task:1');
    await record('task.issued', 'task:2', 'task:2');
    await record('filing.returned', 'filing:9', 'task:1');
    const events = await timelineOf(context, 'task:1');
    expect(events.map((e) => [e.event, e.subject, e.data['reason']])).toEqual([['filing.returned', 'filing:9', '数据不实'], ['task.issued', 'task:1', '数据不实']]);
    await context.done();
  });
});

describe('the sentence of an event', () => {
  test.each(LOCALES.flatMap((locale) => AUDIT_EVENTS.map((event) => [locale, event] as const)))('in %s there is one for %s', (locale, event) => {
    const sentence = eventSentence(wordsIn(locale), { event, data: {} });
    expect(sentence).not.toBe('');
    expect(sentence).not.toMatch(/[{}]/);
  });

  test('spells codes out, joins lists and shows a dash for what old events did not keep', () => {
    const t = wordsIn('zh-CN');
    expect(eventSentence(t, { event: 'post.created', data: { unit: '市商务局', role: 'head' } })).toBe('授予岗位：市商务局 —（单位负责人）');
  });

  test.each([['2023-05', '2023年5月'], ['2021-H1', '2021年上半年'], ['2023-Q2', '2023年第2季度'], ['2023', '2023年'], ['once', '一次性']])('says the period %s as the office does', (period, said) => {
    expect(eventSentence(wordsIn('zh-CN'), { event: 'filing.accepted', data: { unit: '市商务局', period } })).toBe(`审核通过填报：市商务局 ${said}`);
  });
});
