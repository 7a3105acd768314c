import type { Actor } from '../../src/kernel/actor.ts';
import { Conflict, Forbidden, NotFound } from '../../src/kernel/errors.ts';
import { archiveTask } from '../../src/tasks/archive-task.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { closePhase } from '../../src/tasks/close-phase.ts';
import { closeTask } from '../../src/tasks/close-task.ts';
import { confirmEnding } from '../../src/tasks/confirm-ending.ts';
import { decideExtension } from '../../src/tasks/decide-extension.ts';
import { discardTask } from '../../src/tasks/discard-task.ts';
import { endStanding } from '../../src/tasks/end-standing.ts';
import { issueTask } from '../../src/tasks/issue-task.ts';
import { proposeEnding } from '../../src/tasks/propose-ending.ts';
import { resumeTask } from '../../src/tasks/resume-task.ts';
import { returnTask } from '../../src/tasks/return-task.ts';
import { signAssignment } from '../../src/tasks/sign-assignment.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { suspendTask } from '../../src/tasks/suspend-task.ts';
import { TASK_STATUSES, type TaskStatus } from '../../src/tasks/task.ts';
import { assembleMatter, handOverTask, type Matter } from '../support/cast.ts';
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
  close_phase: { in: ['underway', 'submitted'], by: ['duchashi', 'duchashi2'] },
  suspend: { in: ['issued', 'underway'], by: ['duchashi', 'duchashi2'] },
  resume: { in: ['suspended'], by: ['duchashi', 'duchashi2'] },
  propose_ending: { in: ['issued', 'underway', 'submitted', 'suspended', 'standing'], by: ['duchashi', 'duchashi2'] },
  withdraw: { in: ['issued', 'underway', 'submitted', 'suspended', 'standing'], by: ['duchashi2', 'shizhang'] },
  merge: { in: ['issued', 'underway', 'submitted', 'suspended', 'standing'], by: ['duchashi2', 'shizhang'] },
  make_standing: { in: ['issued', 'underway', 'submitted', 'suspended'], by: ['duchashi2', 'shizhang'] },
  end_standing: { in: ['standing'], by: ['duchashi', 'duchashi2'] },
  archive: { in: ['closed'], by: ['duchashi', 'duchashi2'] },
};
const ENDINGS = ['withdraw', 'merge', 'make_standing'];
const PEOPLE = ['duchashi', 'duchashi2', 'duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'yuhua-head', 'yuhua', 'changshaxian-head', 'shizhang', 'shenji', 'admin'];
/** Who may know of the task at all: its own units and those who supervise and inspect; of a draft the supervisors alone. */
const SEES = ['duchashi', 'duchashi2', 'duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'shizhang'];
const SEES_DRAFTS = ['duchashi', 'duchashi2'];

describe('who may do what to a task', () => {
  let context: TestContext;
  let matter: Matter;
  let number: string | null;
  let survivorId: number;
  beforeAll(async () => {
    context = await testContext('sqlite');
    matter = await assembleMatter(context, { districtIds: [] });
    survivorId = await handOverTask(context, matter, matter.sentenceIds, { districtIds: [] });
    ({ number } = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } }));
  });
  afterAll(() => context.done());

  /** Puts the task into a status with everything that the acts look at: nobody signed, an extension pending or not. */
  async function put(status: TaskStatus, act: string): Promise<number> {
    const extension = act === 'decide_extension';
    const where = { id: matter.taskId };
    await context.db.extension.deleteMany({ where: { taskId: matter.taskId } });
    if (extension) await context.db.extension.create({ data: { taskId: matter.taskId, fromDeadline: '2023-12-31', toDeadline: '2024-03-31', reason: '', progressNote: '', status: 'pending', askedById: 0, askedAt: context.clock.now() } });
    await context.db.taskEnding.deleteMany({ where: { taskId: matter.taskId } });
    if (ENDINGS.includes(act)) await context.db.taskEnding.create({ data: { taskId: matter.taskId, kind: act, reason: '', survivorId: act === 'merge' ? survivorId : null, status: 'pending', proposedById: matter.person('duchashi').accountId, proposedAt: context.clock.now() } });
    await context.db.suspension.deleteMany({ where: { taskId: matter.taskId } });
    if (status === 'suspended') await context.db.suspension.create({ data: { taskId: matter.taskId, reason: '', lookAgainOn: '2023-09-01', suspendedOn: '2023-06-01', suspendedAt: context.clock.now(), suspendedById: 0, wasStatus: 'underway' } });
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
    ask_extension: (actor, version) => askExtension(context, actor, matter.taskId, { version, toDeadline: '2024-03-01', reason: '延期', progressNote: '过半' }),
    decide_extension: (actor, version) => decideExtension(context, actor, matter.taskId, { version, decision: 'granted', reason: '' }),
    close_phase: (actor, version) => closePhase(context, actor, matter.taskId, { version, title: '一期', standard: '已开工', nextRequirement: '竣工', nextDueOn: '2023-12-01' }),
    suspend: (actor, version) => suspendTask(context, actor, matter.taskId, { version, reason: '政策调整', lookAgainOn: '2023-09-01' }),
    resume: (actor, version) => resumeTask(context, actor, matter.taskId, { version, addDays: false, note: '' }),
    propose_ending: (actor, version) => proposeEnding(context, actor, matter.taskId, { version, kind: 'withdraw', reason: '已无必要', survivor: '' }),
    ...Object.fromEntries(ENDINGS.map((kind) => [kind, (actor: Actor, version: number) => confirmEnding(context, actor, matter.taskId, { version, remark: '' })])),
    end_standing: (actor, version) => endStanding(context, actor, matter.taskId, { version, deadline: '2024-06-30', reason: '重新办理' }),
    archive: (actor, version) => archiveTask(context, actor, matter.taskId, { version }),
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
      let version = await put(status, act);
      let events = await context.db.auditEvent.count();
      for (const login of PEOPLE) {
        const outcome = await outcomeOf(acts[act]?.(matter.person(login), version) ?? Promise.resolve());
        const after = await context.db.auditEvent.count();
        if (outcome !== expected(act, status, login) || (after !== events) !== (outcome === 'done')) wrong.push(`${status} ${login}: ${outcome}`);
        events = after;
        if (outcome === 'done') version = await put(status, act); // who was refused left it as it was
      }
    }
    expect(wrong).toEqual([]);
  });
});
