import { buildApp } from '../../src/app.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

describe.each(databases)('what nobody can type, on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let zhou: Visitor;
  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    zhou = await signInAs(buildApp(context), 'duchashi');
  });
  afterAll(() => context.done());

  const suspend = (reason: string) => zhou.post(`/tasks/${matter.taskId}/suspension`, { version: '1', reason, lookAgainOn: '2023-07-10' });

  test.each(['/tasks?q=a%00b', '/supervision?q=%00', '/supervision/slips?q=%00', '/tasks?leadUnit=%00', '/units?q=%07'])('asks no question: %s', async (path) => {
    expect((await zhou.get(path)).status).toBe(200);
  });

  test.each(['\u200b\u200b', '\u00ad', '\u2060 \ufeff', '\u2800', '\u3164', '\u3000', '\0'])('is no reason: %j', async (reason) => {
    const refused = await suspend(reason);
    expect([refused.status, refused.text.includes('此项必填。')]).toEqual([422, true]);
  });

  test('is left out of what is kept', async () => {
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId }, select: { version: true } });
    expect((await zhou.post(`/tasks/${matter.taskId}/suspension`, { version: String(version), reason: '主汛\0期\n停工\u0007', lookAgainOn: '2023-07-10' })).status).toBe(303);
    expect((await context.db.suspension.findFirstOrThrow()).reason).toBe('主汛期\n停工');
  });

  test.each(['0x1', '1e0', '01.0', '+1', '99999999999999999999'])('names no task: /tasks/%s', async (id) => {
    expect((await zhou.get(`/tasks/${id}`)).status).toBe(404);
  });

  test('signs nobody in', async () => {
    await expect(signInAs(buildApp(context), '\0')).rejects.toThrow('422');
  });
});
