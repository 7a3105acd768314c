import type { Actor } from '../../src/kernel/actor.ts';
import { Forbidden, NotFound } from '../../src/kernel/errors.ts';
import { addBranch } from '../../src/tasks/add-branch.ts';
import { askBranchDue } from '../../src/tasks/ask-branch-due.ts';
import { changeBranch } from '../../src/tasks/change-branch.ts';
import { editTask } from '../../src/tasks/edit-task.ts';
import { handInside } from '../../src/tasks/hand-inside.ts';
import { shareOut } from '../../src/tasks/share-out.ts';
import type { EditTask } from '../../src/tasks/task-forms.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe('whatever way a step on a task or branch is reached', () => {
  let context: TestContext;
  let matter: Matter;
  let draftId: number;
  let branchId: number;

  beforeAll(async () => {
    context = await testContext('sqlite');
    matter = await assembleMatter(context);
    const task = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } });
    draftId = (await context.db.task.create({ data: { ...task, id: 9000, number: null, status: 'draft' } })).id;
    branchId = (await context.db.assignment.findFirstOrThrow({ where: { taskId: task.id, unitId: matter.unit('fagai') } })).id;
  });
  afterAll(() => context.done());

  const BRANCH = { version: 1, reason: '说明', dueOn: '2023-11-30' };
  const STEPS: Readonly<Record<string, (actor: Actor) => Promise<unknown>>> = {
    'adds a unit': (actor) => addBranch(context, actor, matter.taskId, { ...BRANCH, unitId: matter.unit('gongxin'), role: 'support' }),
    'changes a branch': (actor) => changeBranch(context, actor, matter.taskId, branchId, { ...BRANCH, role: 'support' }),
    'asks for a later day': (actor) => askBranchDue(context, actor, matter.taskId, branchId, { version: 1, toDueOn: '2023-12-31', reason: '说明' }),
    'gives it inside': (actor) => handInside(context, actor, matter.taskId, branchId, { version: 1, office: '综合处', accountId: null, note: '' }),
  };

  test.each(Object.keys(STEPS))('a clerk of a supporting unit, who reads of it, never %s', async (step) => {
    expect(await failureOf(STEPS[step]?.(matter.person('fagai')) ?? Promise.resolve())).toBeInstanceOf(Forbidden);
  });

  test.each(Object.keys(STEPS))('where it is not theirs to know of, nobody %s', async (step) => {
    expect(await failureOf(STEPS[step]?.({ ...matter.person('fagai-head'), unitId: matter.unit('gongxin') }) ?? Promise.resolve())).toBeInstanceOf(NotFound);
  });

  test('an inspector, who does not get to see drafts, changes none', async () => {
    const inspector = matter.person('duchayuan');
    const draft = { version: 1, title: '改' } as EditTask;
    for (const step of [editTask(context, inspector, draftId, draft), shareOut(context, inspector, draftId, { version: 1, shares: new Map() })]) expect(await failureOf(step)).toBeInstanceOf(NotFound);
  });
});
