import type { Actor } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { acceptFiling } from '../../src/filings/accept-filing.ts';
import { CHECKLIST, EMPTY_TEXT, type FilingStage } from '../../src/filings/filing.ts';
import type { FilingInput, Review } from '../../src/filings/filing-forms.ts';
import { returnFiling } from '../../src/filings/return-filing.ts';
import { saveFiling } from '../../src/filings/save-filing.ts';
import { sendForSignoff } from '../../src/filings/send-for-signoff.ts';
import { signOffFiling } from '../../src/filings/sign-off-filing.ts';
import { assembleMatter, handOverTask, signEverywhere, type Matter, type TaskWishes } from '../support/cast.ts';
import type { DatabaseKind } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

export type Words = Partial<FilingInput>;

/** A report that nothing is wrong with: well ahead, and in words of its own. */
export const words = (period: string, over: Words = {}): FilingInput =>
  ({ ...EMPTY_TEXT, version: 0, auto: false, progress: 60, done: `${period}：印发方案，开工两个项目。`, nextSteps: '按月调度。', ...over });

/** 市商务局's task and what people do at their desks with its reports. */
export interface Desk {
  context: TestContext;
  matter: Matter;
  person: (login: string) => Actor;
  /** The row of the lead's branch for a period, or of another unit's branch. */
  row: (period: string, unit?: string) => Promise<Row>;
  branchOf: (unit: string) => Promise<number>;
  save: (login: string, period: string, over?: Words) => Promise<unknown>;
  sendUp: (login: string, period: string, over?: Words) => Promise<unknown>;
  signOff: (login: string, period: string, over?: Words) => Promise<unknown>;
  /** What a reviewer who has just opened the page would answer. */
  reading: (period: string, over?: Partial<Review>, unit?: string) => Promise<Review>;
  accept: (login: string, period: string, over?: Partial<Review>, unit?: string) => Promise<unknown>;
  sendBack: (login: string, period: string, over?: Partial<Review>, unit?: string) => Promise<unknown>;
  /** Walks a period of the lead's to a stage, by the ordinary verbs. */
  bringTo: (period: string, stage: FilingStage) => Promise<void>;
  on: (day: string) => void;
}

type Row = Awaited<ReturnType<typeof findRow>>;
const findRow = (context: TestContext, taskId: number, period: string, unitId: number) =>
  context.db.filing.findFirst({ where: { period, assignment: { taskId, unitId } }, include: { versions: { orderBy: { round: 'asc' } } } });

export async function openDesk(kind: DatabaseKind, wishes: TaskWishes = {}): Promise<Desk> {
  const context = await testContext(kind);
  return sitDown(context, await assembleMatter(context, wishes));
}

/** The same people with another task of theirs. */
export async function anotherTask({ context, matter }: Desk, wishes: TaskWishes): Promise<Desk> {
  const taskId = await handOverTask(context, matter, matter.sentenceIds, wishes);
  await signEverywhere(context, matter, taskId);
  return sitDown(context, { ...matter, taskId });
}

function sitDown(context: TestContext, matter: Matter): Desk {
  const { taskId, person } = matter;
  const row = (period: string, unit = 'shangwu'): Promise<Row> => findRow(context, taskId, period, matter.unit(unit));
  const place = (period: string): { taskId: number; period: string } => ({ taskId, period });
  const branchOf = async (unit: string): Promise<number> => (await context.db.assignment.findFirstOrThrow({ where: { taskId, unitId: matter.unit(unit) } })).id;
  const inHand = async (login: string, period: string, over: Words): Promise<FilingInput> => {
    const unit = login.replace('-head', '');
    return words(period, { version: (await row(period, unit))?.version ?? 0, ...over });
  };
  const reading = async (period: string, over: Partial<Review> = {}, unit = 'shangwu'): Promise<Review> => {
    const filing = await row(period, unit);
    return { version: filing?.version ?? 0, digest: filing?.versions.at(-1)?.digest ?? '0'.repeat(64), checks: [...CHECKLIST], reason: '', ...over };
  };
  const desk: Desk = {
    context, matter, person, row, branchOf, reading,
    save: async (login, period, over = {}) => saveFiling(context, person(login), place(period), await inHand(login, period, over)),
    sendUp: async (login, period, over = {}) => sendForSignoff(context, person(login), place(period), await inHand(login, period, over)),
    signOff: async (login, period, over = {}) => signOffFiling(context, person(login), place(period), await inHand(login, period, over)),
    accept: async (login, period, over = {}, unit = 'shangwu') => acceptFiling(context, person(login), { ...place(period), branchId: await branchOf(unit) }, await reading(period, over, unit)),
    sendBack: async (login, period, over = {}, unit = 'shangwu') => returnFiling(context, person(login), { ...place(period), branchId: await branchOf(unit) }, await reading(period, { checks: [], reason: '数据没有来源', ...over }, unit)),
    bringTo: (period, stage) => bringTo(desk, period, stage),
    on: (day) => { context.clock.set(instantAt(day, '10:00')); },
  };
  return desk;
}

async function bringTo(desk: Desk, period: string, stage: FilingStage): Promise<void> {
  if (stage === 'blank') return;
  await desk.save('shangwu', period);
  if (stage === 'draft') return;
  await desk.sendUp('shangwu', period);
  if (stage === 'signoff') return;
  await desk.signOff('shangwu-head', period);
  if (stage === 'accepted') await desk.accept('duchashi', period);
  if (stage === 'returned') await desk.sendBack('duchashi', period);
}
