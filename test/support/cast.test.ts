import { databases } from './fresh-db.ts';
import { assembleMatter } from './cast.ts';
import { testContext } from './test-context.ts';

describe.each(databases)('the cast on %s', (kind) => {
  test('stands with a task that everybody has signed', async () => {
    const context = await testContext(kind);
    const matter = await assembleMatter(context);
    const task = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId }, include: { assignments: true } });
    expect([task.number, task.status, task.assignments.map((a) => a.role).sort()]).toEqual(['长督交〔2023〕1号', 'underway', ['lead', 'support']]);
    const child = await context.db.task.findUniqueOrThrow({ where: { id: await matter.childOf('yuhua') } });
    expect([child.status, matter.person('yuhua').unitName, matter.sentenceIds.length > 2]).toEqual(['underway', '雨花区', true]);
    await context.done();
  });
});
