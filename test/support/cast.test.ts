import { verifyChain } from '../../src/audit/verify-chain.ts';
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

  test('stands as new for the next who asks, whatever was done with it before', async () => {
    for (let time = 0; time < 2; time += 1) {
      const context = await testContext(kind);
      const { taskId } = await assembleMatter(context);
      expect([await context.db.task.count({ where: { title: 'of somebody else' } }), (await verifyChain(context)).fault]).toEqual([0, null]);
      await context.db.task.update({ where: { id: taskId }, data: { title: 'of somebody else' } });
      await context.done();
    }
  });
});
