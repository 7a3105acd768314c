import type { Actor } from '../../src/kernel/actor.ts';
import { Conflict, Forbidden, NotFound } from '../../src/kernel/errors.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { closeTask } from '../../src/tasks/close-task.ts';
import { decideExtension } from '../../src/tasks/decide-extension.ts';
import { discardTask } from '../../src/tasks/discard-task.ts';
import { issueTask } from '../../src/tasks/issue-task.ts';
import { returnTask } from '../../src/tasks/return-task.ts';
import { signAssignment } from '../../src/tasks/sign-assignment.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { TASK_STATUSES, type TaskStatus } from '../../src/tasks/task.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

// Z2 for tasks: every act by everybody in every status, against this table and not against the program's own.
const ALLOWED: Record<string, { in: TaskStatus[]; by: string[] }> = {
  issue: { in: ['draft'], by: ['duchashi', 'duchashi2'] },
  discard: { in: ['draft'], by: ['duchashi', 'duchashi2'] },
  sign: { in: ['issued', 'underway'], by: ['shangwu-head', 'fagai-head'] },
  submit: { in: ['underway'], by: ['shangwu-head'] },
  return: { in: ['submitted'], by: ['duchashi', 'duchashi2'] },
  close: { in: ['submitted'], by: ['duchashi', 'duchashi2'] },
  ask_extension: { in: ['issued', 'underway'], by: ['shangwu-head'] },
  decide_extension: { in: ['issued', 'underway', 'submitted'], by: ['duchashi', 'duchashi2'] },
};
const PEOPLE = ['duchashi', 'duchashi2', 'duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'yuhua-head', 'yuhua', 'changshaxian-head', 'shizhang', 'shenji', 'admin'];
/** Who may know of the task at all: its own units and those who supervise; of a draft only the latter. */
const SEES = ['duchashi', 'duchashi2', 'duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'shizhang'];
const SEES_DRAFTS = ['duchashi', 'duchashi2', 'duchayuan'];

describe('who may do what to a task', () => {
  let context: TestContext;
  let matter: Matter;
  let number: string | null;
  beforeAll(async () => {
    context = await testContext('sqlite');
    matter = await assembleMatter(context);
    ({ number } = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } }));
  });
  afterAll(() => context.done());

  /** Puts the task into a status with everything that the acts look at: nobody signed, an extension pending or not. */
  async function put(status: TaskStatus, extension: boolean): Promise<number> {
    const where = { id: matter.taskId };
    await context.db.extension.deleteMany({ where: { taskId: matter.taskId } });
    if (extension) await context.db.extension.create({ data: { taskId: matter.taskId, fromDeadline: '2023-12-31', toDeadline: '2024-03-31', reason: '', progressNote: '', status: 'pending', askedById: 0, askedAt: context.clock.now() } });
    await context.db.assignment.updateMany({ where: { taskId: matter.taskId }, data: { signedAt: null } });
    const { version } = await context.db.task.update({ where, data: { status, number: status === 'draft' ? null : number, deadline: '2023-12-31', districtIds: '[]', submittedById: null } });
    return version;
  }

  const acts: Record<string, (actor: Actor, version: number) => Promise<unknown>> = {
    issue: (actor, version) => issueTask(context, actor, matter.taskId, { version }),
    discard: (actor, version) => discardTask(context, actor, matter.taskId, { version }),
    sign: (actor) => signAssignment(context, actor, matter.taskId),
    submit: (actor, version) => submitTask(context, actor, matter.taskId, { version, completion: '完成' }),
    return: (actor, version) => returnTask(context, actor, matter.taskId, { version, reason: '补充' }),
    close: (actor, version) => closeTask(context, actor, matter.taskId, { version, standardMet: '1', note: '' }),
    ask_extension: (actor, version) => askExtension(context, actor, matter.taskId, { version, toDeadline: '2024-06-30', reason: '延期', progressNote: '过半' }),
    decide_extension: (actor, version) => decideExtension(context, actor, matter.taskId, { version, decision: 'granted', reason: '' }),
  };

  const outcomeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: unknown) => {
    if (error instanceof NotFound) return 'not found';
    if (error instanceof Forbidden || error instanceof Conflict) return 'refused';
    throw error;
  });

  function expected(act: string, status: TaskStatus, login: string): string {
    const sees = (status === 'draft' ? SEES_DRAFTS : SEES).includes(login);
    if (!sees) return 'not found';
    return ALLOWED[act]?.in.includes(status) === true && ALLOWED[act].by.includes(login) ? 'done' : 'refused';
  }

  test.each(Object.keys(ALLOWED))('%s: by 13 people in 10 statuses', async (act) => {
    const wrong: string[] = [];
    for (const status of TASK_STATUSES) {
      for (const login of PEOPLE) {
        const version = await put(status, act === 'decide_extension');
        const events = await context.db.auditEvent.count();
        const outcome = await outcomeOf(acts[act]?.(matter.person(login), version) ?? Promise.resolve());
        const changed = (await context.db.auditEvent.count()) !== events;
        if (outcome !== expected(act, status, login) || changed !== (outcome === 'done')) wrong.push(`${status} ${login}: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
