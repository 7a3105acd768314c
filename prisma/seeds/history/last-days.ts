import { addDays } from '../../../src/kernel/days.ts';
import { today as dayAt } from '../../../src/kernel/clock.ts';
import { expectedProgress } from '../../../src/filings/filing-rules.ts';
import { addEvidence } from '../../../src/filings/add-evidence.ts';
import { assignCoordination } from '../../../src/filings/assign-coordination.ts';
import { returnFiling } from '../../../src/filings/return-filing.ts';
import { saveFiling } from '../../../src/filings/save-filing.ts';
import { sendForSignoff } from '../../../src/filings/send-for-signoff.ts';
import { signOffFiling } from '../../../src/filings/sign-off-filing.ts';
import { createTask } from '../../../src/tasks/create-task.ts';
import { CONSUMPTION_MILESTONES, reachMilestones } from './deadlines.ts';
import { handOver } from './hand-overs.ts';
import { withPaper } from './paper.ts';
import type { Stage } from './stage.ts';
import { textFor } from './reports.ts';

const MAY = '2023-05';
const MAY_LIST = '序号,事项,责任处室,完成情况\n1,印发年度工作要点,综合处,已完成\n2,重点企业走访,业务处,已走访 26 家\n3,专项资金申报,财务处,已受理 41 件\n';

/** What the people of the cast find on their desks: something to sign, to write, to sign off, returned, and to review. */
export async function tellLastDays(stage: Stage): Promise<void> {
  const about = async (words: string) => stage.agenda.context.db.sentence.findFirstOrThrow({ where: { planId: stage.planId, kind: 'body', text: { contains: words } }, select: { id: true, text: true } });
  monthly(stage, { title: '促进消费扩容提质', lead: 'shangwu', ending: 'returned', milestones: true, sentence: await about('顺应消费升级趋势'), asks: '消费券二期资金请市财政局在6月底前核拨。' });
  monthly(stage, { title: '推进跨境电商和海外仓发展', lead: 'shangwu', ending: 'signoff', sentence: await about('大力发展跨境电商') });
  monthly(stage, { title: '健全对外投资促进政策', lead: 'fagai', ending: 'review', sentence: await about('对外投资政策和服务体系'), asks: '请协调省商务厅明确境外投资备案下放的时间表。' });
  fresh(stage, { title: '开展“惠购星城”绿色消费季活动', lead: 'shangwu', support: 'wenlv', districts: true, sentence: await about('促进消费向绿色') });
  fresh(stage, { title: '编制长株潭重大项目三年滚动计划', lead: 'fagai', support: 'caizheng', districts: false, sentence: await about('长株潭重大规划编制') });
}

interface Tale { title: string; lead: string; milestones?: true; sentence: { id: number; text: string }; asks?: string }

const idOf = ({ units }: Stage, code: string): number => units.get(code)?.id ?? 0;

const draftOf = (stage: Stage, { title, lead, sentence, milestones }: Tale, startOn: string, support: string, districts: boolean) => ({
  title, requirement: sentence.text, standard: `“${title}”年度清单全部落实，数据以主管部门核定为准。`, contact: '督查室 88667012', startOn, deadline: '2023-12-31', cycle: 'monthly' as const,
  leadId: idOf(stage, lead), responsibleIds: [], supportIds: [idOf(stage, support)], rollup: 'all' as const, sentenceIds: [sentence.id], milestones: milestones === true ? CONSUMPTION_MILESTONES : [],
  districtIds: districts ? [...stage.units.values()].filter((u) => u.kind === 'district').map((u) => u.id) : [],
});

function fresh(stage: Stage, tale: Tale & { support: string; districts: boolean }): void {
  const { agenda, people, today } = stage;
  const day = addDays(today, -1);
  agenda.on(addDays(day, -1), async () => {
    const { id } = await createTask(agenda.context, people.any('supervisor'), draftOf(stage, tale, addDays(day, -1), tale.support, tale.districts));
    stage.toldElsewhere.set(id, new Set());
    agenda.on(day, () => handOver(stage, id));
  });
}

/** A monthly task since February whose report for May has come only half the way. */
function monthly(stage: Stage, tale: Tale & { ending: 'returned' | 'signoff' | 'review' }): void {
  const { agenda, people } = stage;
  agenda.on('2023-02-01', async () => {
    const { id } = await createTask(agenda.context, people.any('supervisor'), draftOf(stage, tale, '2023-02-01', tale.lead === 'fagai' ? 'caizheng' : 'fagai', false));
    stage.toldElsewhere.set(id, new Set([MAY]));
    agenda.on('2023-02-02', () => handOver(stage, id));
    if (tale.milestones === true) reachMilestones(stage, id, idOf(stage, tale.lead));
    agenda.on(tale.ending === 'returned' ? '2023-06-05' : '2023-06-13', () => reportMay(stage, id, tale));
  });
}

async function reportMay(stage: Stage, taskId: number, tale: Tale & { ending: 'returned' | 'signoff' | 'review' }): Promise<void> {
  const { agenda: { context }, people } = stage;
  const unitId = idOf(stage, tale.lead);
  const branch = await context.db.assignment.findFirstOrThrow({ where: { taskId, unitId }, include: { task: true, filings: { orderBy: { period: 'asc' } } } });
  if (branch.task.status !== 'underway') return;
  const before = branch.filings.at(-1);
  const coordination = tale.asks ?? '';
  const text = { ...textFor(stage, { ...branch.task, title: tale.title }, { expected: expectedProgress(branch, MAY), least: before?.progress ?? 0, said: before?.done, temper: { pace: 1, late: 0, closes: false }, planEnd: '2025-12-31' }), auto: false, coordination };
  const address = { taskId, period: MAY };
  const saved = await saveFiling(context, people.of('clerk', unitId), address, { ...text, version: 0 });
  await withPaper('五月进展清单.csv', MAY_LIST, async (file) => { await addEvidence(context, people.of('clerk', unitId), address, { ...text, version: saved.version }, [file]); });
  const { version } = await context.db.filing.findFirstOrThrow({ where: { assignmentId: branch.id, period: MAY }, select: { version: true } });
  await sendForSignoff(context, people.of('clerk', unitId), address, { ...text, version });
  if (tale.ending === 'signoff') return;
  const sent = await context.db.filing.findFirstOrThrow({ where: { assignmentId: branch.id, period: MAY } });
  await signOffFiling(context, people.of('head', unitId), address, { ...text, version: sent.version });
  if (tale.ending !== 'returned') return;
  stage.agenda.on(addDays(dayAt(context.clock), 2), () => handOn(stage, taskId));
  stage.agenda.on(addDays(dayAt(context.clock), 4), () => sendBack(stage, branch.id, taskId));
}

/** What the bureau asked for goes to the one that can give it. */
async function handOn(stage: Stage, taskId: number): Promise<void> {
  const { agenda: { context }, people } = stage;
  const { id, version } = await context.db.coordination.findFirstOrThrow({ where: { taskId } });
  await assignCoordination(context, people.any('supervisor'), id, { version, owner: 'unit', ownerUnitId: idOf(stage, 'caizheng'), outsideName: '', days: 5 });
}

async function sendBack({ agenda: { context }, people }: Stage, branchId: number, taskId: number): Promise<void> {
  const filing = await context.db.filing.findFirstOrThrow({ where: { assignmentId: branchId, period: MAY }, include: { versions: { orderBy: { round: 'desc' }, take: 1 } } });
  await returnFiling(context, people.any('supervisor'), { taskId, period: MAY, branchId }, { version: filing.version, digest: filing.versions[0]?.digest ?? '', checks: [], reason: '消费券核销数据未说明口径，请补充来源并附佐证材料。' });
}
