import { addDays, daysBetween } from '../../../src/kernel/days.ts';
import type { Day } from '../../../src/kernel/clock.ts';
import { commitmentFrom, type PlanCommitment } from '../../../src/plans/commitment.ts';
import { createTask } from '../../../src/tasks/create-task.ts';
import { shareOut } from '../../../src/tasks/share-out.ts';
import { issueTask } from '../../../src/tasks/issue-task.ts';
import type { CreateTask } from '../../../src/tasks/task-forms.ts';
import type { Cycle } from '../../../src/tasks/task.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './stage.ts';
import { liveThrough } from './task-story.ts';

const SHARE_HANDED_OVER = 0.4;
const SHARE_OF_FAN_OUTS = 0.2;
const DRAFTS = 9;
const FRESH = 8;
/** What the districts of a counted matter are to reach together, and each: a little more than the whole asks. */
const COUNTED = { rollup: 'sum', valueUnit: '个', valueTarget: 900 } as const;
const DISTRICT_SHARE = { target: 104, weight: null };

/** From most commitments of the plan to tasks: in waves from February 2021 on, a few left as drafts and a few handed over just now. */
export async function handOverPlan(stage: Stage): Promise<void> {
  const { agenda, chance, planId, today } = stage;
  const rows = await agenda.context.db.commitment.findMany({ where: { planId }, orderBy: { ordinal: 'asc' }, include: { node: { select: { title: true } } } });
  const usable = rows.map(commitmentFrom).filter((c) => c.suggested.some((s) => s.role === 'lead' && stage.units.has(s.unit)) && c.text.length >= 10);
  const chosen = usable.filter(() => chance.happens(SHARE_HANDED_OVER));
  chosen.forEach((commitment, i) => {
    const rest = chosen.length - i;
    if (rest <= DRAFTS) agenda.on(addDays(today, -chance.between(1, 12)), () => draft(stage, commitment, today).then(() => undefined));
    else if (rest <= DRAFTS + FRESH) plan(stage, commitment, addDays(today, -chance.between(0, 6)));
    else plan(stage, commitment, waveDay(chance));
  });
}

/** Two thirds in the first half of 2021, the others year by year. */
function waveDay(chance: Chance): Day {
  const wave = chance.next();
  if (wave < 0.62) return addDays('2021-02-22', chance.between(0, 110));
  if (wave < 0.85) return addDays('2022-02-14', chance.between(0, 60));
  return addDays('2023-02-06', chance.between(0, 75));
}

function plan(stage: Stage, commitment: PlanCommitment, day: Day): void {
  stage.agenda.on(day, async () => {
    const id = await draft(stage, commitment, day);
    stage.agenda.on(addDays(day, 1), () => handOver(stage, id));
  });
}

async function draft(stage: Stage, commitment: PlanCommitment, day: Day): Promise<number> {
  const { agenda, people } = stage;
  const wish = draftOf(stage, commitment, day);
  const supervisor = people.any('supervisor');
  const { id } = await createTask(agenda.context, supervisor, wish);
  if (wish.rollup === 'sum') await shareOut(agenda.context, supervisor, id, { version: 1, shares: new Map(wish.districtIds.map((district) => [district, DISTRICT_SHARE])) });
  return id;
}

export async function handOver(stage: Stage, id: number): Promise<void> {
  const { agenda, people } = stage;
  const { version } = await agenda.context.db.task.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await issueTask(agenda.context, people.any('supervisor'), id, { version, capReason: '规划分解集中交办，各项期限错开，不另行布置其他任务。' });
  const children = await agenda.context.db.task.findMany({ where: { parentId: id }, select: { id: true } });
  for (const task of [{ id }, ...children]) await liveThrough(stage, task.id);
}

/** Years in which a matter of the plan ends, the plan's own end most of all. */
function deadlineAfter(chance: Chance, day: Day): Day {
  const ends = ['2021-12-31', '2022-06-30', '2022-12-31', '2023-03-31', '2023-05-31', '2023-06-09', '2023-06-20', '2023-06-30', '2023-12-31', '2024-12-31', '2025-12-31', '2025-12-31', '2025-12-31', '2025-12-31'];
  return chance.pick(ends.filter((end) => daysBetween(day, end) > 150));
}

function cycleOf(chance: Chance, commitment: PlanCommitment): Cycle {
  if (commitment.kind === 'target') return chance.happens(0.5) ? 'quarterly' : 'halfyearly';
  const x = chance.next();
  return x < 0.04 ? 'monthly' : x < 0.16 ? 'quarterly' : x < 0.5 ? 'halfyearly' : 'yearly';
}

function draftOf({ chance, units }: Stage, commitment: PlanCommitment, day: Day): CreateTask {
  const ids = commitment.suggested.flatMap((s) => { const unit = units.get(s.unit); return unit === undefined ? [] : [{ ...s, unit }]; });
  const lead = ids.find((s) => s.role === 'lead')?.unit.id ?? 0;
  const others = [...new Set(ids.filter((s) => s.unit.id !== lead && s.unit.kind !== 'district').map((s) => s.unit.id))];
  const deadline = commitment.deadline ?? deadlineAfter(chance, day);
  const clause = commitment.text.split(/[，；。]/)[0] ?? commitment.text;
  const districts = commitment.districts && chance.happens(SHARE_OF_FAN_OUTS);
  return {
    title: clause.slice(0, 60), requirement: `${commitment.text}。`, standard: standardOf(commitment, clause), contact: `督查室 ${chance.pick(['8866', '8867'])}${chance.between(1000, 9999)}`,
    startOn: day, deadline, cycle: cycleOf(chance, commitment), leadId: lead,
    responsibleIds: chance.happens(0.3) ? others.slice(0, 1) : [], supportIds: others.slice(1, 1 + chance.between(0, 2)),
    districtIds: districts ? [...units.values()].filter((u) => u.kind === 'district').map((u) => u.id) : [],
    ...(!districts ? { rollup: 'all' } : /^(?:健全|完善)/.test(commitment.text) ? { rollup: 'worst' } : COUNTED),
    sentenceIds: [commitment.sentenceId],
  };
}

function standardOf({ target, verb }: PlanCommitment, clause: string): string {
  if (target !== null) return `${target.name}达到${target.value}${target.unit}，以统计部门年度公布数为准。`;
  return `“${clause.slice(0, 24)}”各项工作按期${verb === '' ? '完成' : `${verb}到位`}，提交总结报告和佐证材料，经现场核查属实。`;
}

