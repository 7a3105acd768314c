import { readFileSync } from 'node:fs';
import path from 'node:path';
import { seedCast } from '../../prisma/seeds/cast.ts';
import { postsOf } from '../../src/accounts/account-queries.ts';
import { demonstrationCast } from '../../src/accounts/demonstration-cast.ts';
import { root } from '../../src/config.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { draftPlan } from '../../src/plans/draft-plan.ts';
import { findDraft } from '../../src/plans/draft-queries.ts';
import { publishPlan } from '../../src/plans/publish-plan.ts';
import { createTask } from '../../src/tasks/create-task.ts';
import { issueTask } from '../../src/tasks/issue-task.ts';
import { signAssignment } from '../../src/tasks/sign-assignment.ts';
import type { CreateTask } from '../../src/tasks/task-forms.ts';
import { remembered } from './remembered-scene.ts';
import type { TestContext } from './test-context.ts';

/** The demonstration's people and their units, in a database that has nothing else. */
export interface Cast {
  /** By sign-in name: duchashi, duchashi2, duchayuan, shangwu-head, shangwu, fagai-head, fagai, yuhua-head, yuhua, changshaxian-head, changshaxian, shizhang, shenji, admin. */
  person: (login: string) => Actor;
  /** By code: shangwu, fagai, yuhua, changshaxian, gongxin, … */
  unit: (code: string) => number;
}

type ReferenceUnit = Record<'code' | 'name' | 'shortName' | 'kind', string>;
const { units: REFERENCE } = JSON.parse(readFileSync(path.join(root, 'prisma/seeds/units.json'), 'utf8')) as { units: ReferenceUnit[] };
/** A bureau without people, for branches that nobody signs. */
const UNPEOPLED = 'gongxin';

/** The cast as plain data. */
interface Names { people: Record<string, Actor>; units: Record<string, number> }

/** Units and one person per role; everybody's password is the demonstration's. */
export async function assembleCast(context: TestContext): Promise<Cast> {
  return castOf(await remembered(context, 'cast', () => tellCast(context)));
}

async function tellCast(context: TestContext): Promise<Names> {
  const { db } = context;
  const codes = new Set([...demonstrationCast.map((c) => c.unit), UNPEOPLED]);
  await db.unit.createMany({
    data: REFERENCE.filter((u) => codes.has(u.code)).map(({ code, name, shortName, kind }, sort) => ({ code, name, shortName, kind, sort, pinyin: code, initials: code.slice(0, 3) })),
  });
  await seedCast(context);
  const units = Object.fromEntries((await db.unit.findMany({ select: { id: true, code: true } })).map((u) => [u.code, u.id]));
  const people: Names['people'] = {};
  for (const { id, login } of await db.account.findMany({ select: { id: true, login: true } })) {
    const [post] = await postsOf(context, id);
    if (post !== undefined) people[login] = post;
  }
  return { people, units };
}

const castOf = ({ people, units }: Names): Cast => ({ person: (login) => known(people, login), unit: (code) => known(units, code) });

function known<T>(names: Record<string, T>, name: string): T {
  const found = names[name];
  if (found === undefined) throw new Error(`${name} is not in the cast: ${Object.keys(names).join(', ')}`);
  return found;
}

const PLAN_TEXT = `关于制定长沙市商务发展五年规划的建议
（2021年1月8日）
一、扩大内外开放
1.建设国际消费中心城市。到2025年，社会消费品零售总额达到7000亿元。各区县（市）建设一批特色商业街区。
2.提升开放平台能级。推进自贸试验区长沙片区建设，完善跨境电商综合服务体系。
`;

/** A plan of two articles through the ordinary import; the ids of its sentences in their order. */
export async function importPlan(context: TestContext, cast: Cast): Promise<{ planId: number; sentenceIds: number[] }> {
  const supervisor = cast.person('duchashi');
  const drafted = await draftPlan(context, supervisor, { text: PLAN_TEXT, format: 'txt', encoding: 'utf-8', fileName: 'plan.txt' });
  if ('planId' in drafted) throw new Error('the plan was imported before');
  const { title, version } = await findDraft(context, supervisor, drafted.draftId);
  const facts = { issuingBody: '中共长沙市委', adoptedOn: '2021-01-08', startsOn: '2021-01-01', endsOn: '2025-12-31' };
  const { planId } = await publishPlan(context, supervisor, drafted.draftId, { ...facts, version, title, shortTitle: title.slice(0, 20) });
  const sentences = await context.db.sentence.findMany({ where: { planId, kind: 'body' }, orderBy: { ordinal: 'asc' }, select: { id: true } });
  return { planId, sentenceIds: sentences.map((s) => s.id) };
}

export type TaskWishes = Partial<CreateTask> & { handedOverOn?: string };

/** A task of 市商务局 with 市发展改革委 supporting and two districts, monthly through 2023, handed over and not yet signed. */
export async function handOverTask(context: TestContext, cast: Cast, sentenceIds: number[], { handedOverOn = '2023-01-03', ...wishes }: TaskWishes = {}): Promise<number> {
  const now = context.clock.now();
  context.clock.set(instantAt(handedOverOn, '09:00'));
  const supervisor = cast.person('duchashi');
  const { id } = await createTask(context, supervisor, {
    title: '建设国际消费中心城市', requirement: '制定年度方案并按月推进', standard: '社会消费品零售总额达到7000亿元', contact: '周明远 0731-88666000',
    startOn: '2023-01-01', deadline: '2023-12-31', cycle: 'monthly',
    leadId: cast.unit('shangwu'), responsibleIds: [], supportIds: [cast.unit('fagai')], districtIds: [cast.unit('yuhua'), cast.unit('changshaxian')], rollup: 'all',
    sentenceIds: sentenceIds.slice(0, 1), ...wishes,
  });
  const { version } = await context.db.task.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await issueTask(context, supervisor, id, { version, capReason: '年度任务集中交办' }); // beyond the month's cap, which many tests reach, it takes a reason
  context.clock.set(now);
  return id;
}

/** Has everybody of the cast whose unit has a branch in the task, or in its districts' children, sign on the day of the hand-over. */
export async function signEverywhere(context: TestContext, cast: Cast, taskId: number): Promise<void> {
  const now = context.clock.now();
  const tasks = await context.db.task.findMany({ where: { OR: [{ id: taskId }, { parentId: taskId }] }, include: { assignments: { include: { unit: true } } }, orderBy: { id: 'asc' } });
  for (const task of tasks) {
    context.clock.set(new Date((task.issuedAt ?? now).getTime() + 3600_000));
    for (const { unit } of task.assignments) if (unit.code !== UNPEOPLED) await signAssignment(context, cast.person(`${unit.code}-head`), task.id);
  }
  context.clock.set(now);
}

export interface Matter extends Cast {
  planId: number;
  sentenceIds: number[];
  /** Of the lead's task; the districts' children by their unit's code. */
  taskId: number;
  childOf: (code: string) => Promise<number>;
}

/** The whole set-up: cast, plan, a task handed over and signed by everybody. The clock stands where it stood. */
export async function assembleMatter(context: TestContext, wishes: TaskWishes = {}): Promise<Matter> {
  const { names, plan, taskId } = await remembered(context, `matter ${JSON.stringify(wishes)}`, () => tellMatter(context, wishes));
  const cast = castOf(names);
  const childOf = async (code: string): Promise<number> =>
    (await context.db.task.findFirstOrThrow({ where: { parentId: taskId, leadUnitId: cast.unit(code) }, select: { id: true } })).id;
  return { ...cast, ...plan, taskId, childOf };
}

async function tellMatter(context: TestContext, wishes: TaskWishes) {
  const names = await remembered(context, 'cast', () => tellCast(context));
  const cast = castOf(names);
  const plan = await importPlan(context, cast);
  const taskId = await handOverTask(context, cast, plan.sentenceIds, wishes);
  await signEverywhere(context, cast, taskId);
  return { names, plan, taskId };
}
