import type { Actor } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import type { Viewer } from '../../src/kernel/viewer.ts';
import { wordsIn } from '../../src/kernel/text.ts';
import { CHECKLIST, EMPTY_TEXT } from '../../src/filings/filing.ts';
import { returnFiling } from '../../src/filings/return-filing.ts';
import { saveFiling } from '../../src/filings/save-filing.ts';
import { sendForSignoff } from '../../src/filings/send-for-signoff.ts';
import { signOffFiling } from '../../src/filings/sign-off-filing.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { moveFinding } from '../../src/supervision/move-finding.ts';
import { moveInstruction } from '../../src/supervision/move-instruction.ts';
import { moveProblem } from '../../src/supervision/move-problem.ts';
import { recordVerification } from '../../src/supervision/record-verification.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { createTask } from '../../src/tasks/create-task.ts';
import { decideExtension } from '../../src/tasks/decide-extension.ts';
import { proposeOverride } from '../../src/tasks/propose-override.ts';
import { signAssignment } from '../../src/tasks/sign-assignment.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { assembleMatter, handOverTask, type Matter, type TaskWishes } from '../support/cast.ts';
import type { TestContext } from '../support/test-context.ts';

/** A city in which every pile of every desk holds something, told by the verbs. Its day is 2023-06-15. */
export interface DeskScene extends Matter { viewer: (login: string) => Viewer }

const LONE: TaskWishes = { supportIds: [], districtIds: [] };
const REPORT = { ...EMPTY_TEXT, auto: false, done: '按方案推进', progress: 42, version: 0 };

export async function setDesks(context: TestContext): Promise<DeskScene> {
  const matter = await assembleMatter(context);
  await reportInEveryState(context, matter);
  await applyForThings(context, matter);
  await answerWhatWasFound(context, matter);
  const viewer = (login: string): Viewer => viewerFor(context, matter.person(login));
  return { ...matter, viewer };
}

export function viewerFor(context: TestContext, actor: Actor): Viewer {
  const now = context.clock.now();
  return { actor, locale: 'zh-CN', t: wordsIn('zh-CN'), now, today: '2023-06-15', calendar: context.calendar, parameters: context.parameters };
}

async function versionOf(context: TestContext, id: number): Promise<number> {
  return (await context.db.task.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
}

/** Of 市商务局's task: January in review, February returned, March with the head, April a draft; the districts and 市发展改革委 owe everything. */
async function reportInEveryState(context: TestContext, { person, taskId }: Matter): Promise<void> {
  const [head, clerk] = [person('shangwu-head'), person('shangwu')];
  await signOffFiling(context, head, { taskId, period: '2023-01' }, { ...REPORT, progress: 45 });
  await signOffFiling(context, head, { taskId, period: '2023-02' }, { ...REPORT, progress: 46, done: '二月工作' });
  const sent = await context.db.filing.findFirstOrThrow({ where: { taskId, period: '2023-02' }, include: { versions: true } });
  await returnFiling(context, person('duchashi'), { taskId, period: '2023-02', branchId: sent.assignmentId }, { version: sent.version, digest: sent.versions[0]?.digest ?? '', checks: [CHECKLIST[0]], reason: '数据不清' });
  await saveFiling(context, clerk, { taskId, period: '2023-03' }, { ...REPORT, done: '三月工作', progress: 47 });
  const { version } = await context.db.filing.findFirstOrThrow({ where: { taskId, period: '2023-03' } });
  await sendForSignoff(context, clerk, { taskId, period: '2023-03' }, { ...REPORT, done: '三月工作', progress: 47, version });
  await saveFiling(context, clerk, { taskId, period: '2023-04' }, { ...REPORT, done: '四月' });
}

async function applyForThings(context: TestContext, matter: Matter): Promise<void> {
  const { person, unit, sentenceIds } = matter;
  const of = (title: string, wishes: TaskWishes = {}): Promise<number> => handOverTask(context, matter, sentenceIds, { title, ...LONE, ...wishes });
  const signed = async (id: number): Promise<number> => {
    await signAssignment(context, person('shangwu-head'), id);
    return id;
  };
  await of('刚交办的任务', { handedOverOn: '2023-06-14' });
  await of('久未签收的任务', { handedOverOn: '2023-06-01' });
  await of('别局未签收的任务', { leadId: unit('fagai'), handedOverOn: '2023-06-01' });
  for (const deadline of ['2023-06-10', '2023-05-31', '2023-03-31']) await signed(await of(`逾期任务 ${deadline}`, { deadline, cycle: 'once', handedOverOn: '2023-03-01' }));
  await signed(await of('快到期的任务', { deadline: '2023-06-20', cycle: 'once' }));
  const closing = await signed(await of('智慧商圈验收', { cycle: 'once' }));
  await submitTask(context, person('shangwu-head'), closing, { version: await versionOf(context, closing), completion: '已完成' });
  for (const title of ['申请延期的任务', '已批延期的任务']) {
    const id = await signed(await of(title, { deadline: '2023-09-30', cycle: 'once' }));
    await askExtension(context, person('shangwu-head'), id, { version: await versionOf(context, id), toDeadline: '2023-11-30', reason: '审批未完成', progressNote: '过半' });
    if (title.startsWith('已批')) await decideExtension(context, person('duchashi'), id, { version: await versionOf(context, id), decision: 'granted', reason: '' });
  }
  await createTask(context, person('duchashi'), {
    title: '还在草拟的任务', requirement: '推进', standard: '完成', contact: '', startOn: '2023-06-01', deadline: '2023-12-31', cycle: 'once',
    leadId: unit('fagai'), responsibleIds: [], supportIds: [], districtIds: [], rollup: 'all', sentenceIds: sentenceIds.slice(1, 2),
  });
  context.clock.set(instantAt('2023-06-15', '09:00'));
  const pressed = await context.db.task.findFirstOrThrow({ where: { title: '逾期任务 2023-03-31' } });
  await issueUrge(context, person('duchayuan'), pressed.id, { unitId: unit('shangwu'), reason: '逾期未办结', requirement: '抓紧办理', replyDays: 5, urgentReason: '', capReason: '' });
}

/** An inspector's finding and its three problems, a leader's instruction, a light proposed: the unit has answered all, nobody has decided anything. */
async function answerWhatWasFound(context: TestContext, { person }: Matter): Promise<void> {
  const [head, inspector] = [person('shangwu-head'), person('duchayuan')];
  const { id: taskId } = await context.db.task.findFirstOrThrow({ where: { title: '逾期任务 2023-05-31' } });
  const problems = ['台账不全', '进度不实', '未按期开工'].map((description) => ({ description, requirement: '整改', dueOn: '2023-07-03' }));
  const found = await recordVerification(context, inspector, taskId, {
    method: 'site', visitedOn: '2023-06-15', place: '现场', people: '何立新', finding: '进度偏低', verdict: 'partly_true', foundProgress: 10, confidence: 'low', capReason: '', sampleId: null, problems,
  });
  await moveFinding(context, head, found.id, 'object', { version: 0, words: '口径不同' });
  const [first = 0, second = 0, third = 0] = (await context.db.problem.findMany({ orderBy: { id: 'asc' } })).map((p) => p.id);
  await moveProblem(context, head, first, 'object', { version: 1, words: '不属本单位' });
  for (const id of [second, third]) await moveProblem(context, head, id, 'rectify', { version: 1, words: '已补齐' });
  await moveProblem(context, inspector, third, 'confirm', { version: 2, words: '属实' });
  const given = await registerInstruction(context, person('shizhang'), taskId, { text: '抓紧', givenOn: '2023-06-14', dueOn: '2023-06-30', leaderId: null });
  await moveInstruction(context, head, given.id, 'reply', { version: 1, words: '已部署' });
  await proposeOverride(context, inspector, taskId, { version: await versionOf(context, taskId), light: 'yellow', reason: '月底可完成', expiresOn: '2023-07-15' });
}
