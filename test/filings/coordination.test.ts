import { Conflict, Forbidden, NotFound, Refused } from '../../src/kernel/errors.ts';
import { dryRun } from '../../src/kernel/db/transaction.ts';
import type { Context } from '../../src/kernel/context.ts';
import { hasText, LOCALES } from '../../src/kernel/text.ts';
import { countWaiting } from '../../src/dashboards/count-waiting.ts';
import { assignCoordination } from '../../src/filings/assign-coordination.ts';
import { COORDINATION_STATUSES, type CoordinationStatus } from '../../src/filings/coordination.ts';
import type { AssignWish } from '../../src/filings/coordination-forms.ts';
import { COORDINATION_ACTS, COORDINATION_LIFE, type CoordinationAct } from '../../src/filings/coordination-lifecycle.ts';
import { coordinationDetail, coordinationList } from '../../src/filings/coordination-queries.ts';
import { moveCoordination, type CoordinationMove } from '../../src/filings/move-coordination.ts';
import { databases } from '../support/fresh-db.ts';
import { failureOf } from '../support/failure-of.ts';
import { openDesk, type Desk } from './desk.ts';

const MATTER = '请协调自然资源部门加快用地预审。';
const WISH: Omit<AssignWish, 'version'> = { owner: 'unit', ownerUnitId: 0, outsideName: '', days: 5 };

/** Against this table, written by hand, and not against the program's own: who may do what once 市发展改革委 was asked by 市商务局. */
const ALLOWED: Record<CoordinationAct, { in: CoordinationStatus[]; by: string[] }> = {
  assign: { in: ['open', 'assigned'], by: ['duchashi', 'duchashi2'] },
  answer: { in: ['open', 'assigned'], by: ['duchashi', 'duchashi2', 'fagai-head'] },
  settle: { in: ['answered'], by: ['shangwu-head'] },
  reopen: { in: ['answered'], by: ['shangwu-head'] },
  drop: { in: ['open', 'assigned'], by: ['shangwu-head'] },
};
const PEOPLE = ['duchashi', 'duchashi2', 'duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'yuhua-head', 'shizhang', 'shenji', 'admin'];

describe.each(databases)('what a unit asks others to settle, on %s', (kind) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(kind);
    desk.on('2023-06-02');
  });
  afterEach(() => desk.context.done());

  const rows = () => desk.context.db.coordination.findMany({ orderBy: { id: 'asc' } });
  const raise = async (period = '2023-05', coordination = MATTER): Promise<number> => {
    await desk.signOff('shangwu-head', period, { coordination });
    return (await rows()).at(-1)?.id ?? 0;
  };
  const attempt = async (inside: Context, act: CoordinationAct, login: string, id: number): Promise<unknown> => {
    const version = (await desk.context.db.coordination.findUniqueOrThrow({ where: { id } })).version;
    if (act === 'assign') return assignCoordination(inside, desk.person(login), id, { ...WISH, ownerUnitId: desk.matter.unit('fagai'), version });
    return moveCoordination(inside, desk.person(login), id, act, { version, words: '已办理' });
  };
  const step = (act: CoordinationAct, login: string, id: number): Promise<unknown> => attempt(desk.context, act, login, id);

  test('starts its clock with the supervisors in the act that sends the report', async () => {
    await raise();
    const [row] = await rows();
    expect([row?.matter, row?.status, row?.owner, row?.dueOn]).toEqual([MATTER, 'open', 'supervisor', '2023-06-09']);
    expect(await desk.context.db.auditEvent.count({ where: { event: 'coordination.raised', thread: `task:${desk.matter.taskId}` } })).toBe(1);
  });

  test('said again in the next report is the same matter; said otherwise after a return it is put right', async () => {
    await raise('2023-04');
    await raise('2023-05');
    expect(await rows()).toHaveLength(1);
    await desk.sendBack('duchashi', '2023-04');
    await desk.signOff('shangwu-head', '2023-04', { coordination: '请协调用地和资金。', done: '补充了来源。' });
    expect((await rows()).map((r) => r.matter)).toEqual(['请协调用地和资金。']);
  });

  test('a report that asks for nothing raises nothing', async () => {
    await desk.signOff('shangwu-head', '2023-05');
    expect(await rows()).toEqual([]);
  });

  test('goes from the supervisors to a unit, is answered, found wanting, answered again and settled', async () => {
    const id = await raise();
    await step('assign', 'duchashi', id);
    await step('answer', 'fagai-head', id);
    desk.on('2023-06-08');
    await step('reopen', 'shangwu-head', id);
    const [again] = await rows();
    expect([again?.status, again?.owner, again?.ownerUnitId, again?.dueOn, again?.reopened]).toEqual(['open', 'supervisor', null, '2023-06-15', 1]);
    await step('answer', 'duchashi2', id);
    await step('settle', 'shangwu-head', id);
    expect((await rows())[0]?.status).toBe('settled');
  });

  test('can be done only by those whom the table names, and only at its statuses', async () => {
    const id = await raise();
    const wrong: string[] = [];
    for (const status of COORDINATION_STATUSES) {
      await desk.context.db.coordination.update({ where: { id }, data: { status, owner: 'unit', ownerUnitId: desk.matter.unit('fagai') } });
      for (const act of COORDINATION_ACTS) for (const login of PEOPLE) {
        const result = await outcomeOf(dryRun(desk.context, (inside) => attempt(inside, act, login, id)));
        const may = ALLOWED[act].in.includes(status) && ALLOWED[act].by.includes(login);
        if (result !== (may ? 'done' : 'refused')) wrong.push(`${login} ${act} at ${status}: ${result}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('is seen by the unit that asks, the one that was asked and the overseers, and by nobody else', async () => {
    const id = await raise();
    await step('assign', 'duchashi', id);
    const seen: string[] = [];
    for (const login of PEOPLE) if ((await coordinationList(desk.context, desk.person(login), 'waiting', { skip: 0, take: 9 })).lines.length === 1) seen.push(login);
    expect(seen).toEqual(['duchashi', 'duchashi2', 'duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'shizhang']);
  });

  test('tells a unit that is not of the task what is asked, and leads it no further', async () => {
    const id = await raise();
    const stranger = desk.matter.unit('gongxin');
    await desk.context.db.coordination.update({ where: { id }, data: { status: 'assigned', owner: 'unit', ownerUnitId: stranger } });
    const asked = { ...desk.person('fagai-head'), unitId: stranger };
    expect([(await coordinationDetail(desk.context, asked, id)).taskIsVisible, (await coordinationDetail(desk.context, desk.person('shangwu-head'), id)).taskIsVisible]).toEqual([false, true]);
  });

  test('counts for whoever has to act', async () => {
    const before = await countWaiting(desk.context, desk.person('fagai-head'));
    const id = await raise();
    await step('assign', 'duchashi', id);
    expect(await countWaiting(desk.context, desk.person('fagai-head')) - before).toBe(1);
  });

  test('cannot be handed back to the unit that asks', async () => {
    const id = await raise();
    const error = await failureOf(assignCoordination(desk.context, desk.person('duchashi'), id, { ...WISH, ownerUnitId: desk.matter.unit('shangwu'), version: 1 }));
    expect(error).toBeInstanceOf(Refused);
  });

  test('is not answered twice from two pages', async () => {
    const id = await raise();
    const move = (login: string, act: CoordinationMove): Promise<void> => moveCoordination(desk.context, desk.person(login), id, act, { version: 1, words: '已办理' });
    await move('duchashi', 'answer');
    expect(await failureOf(move('duchashi2', 'answer'))).toBeInstanceOf(Conflict);
  });
});

async function outcomeOf(run: Promise<unknown>): Promise<'done' | 'refused'> {
  try {
    await run;
    return 'done';
  } catch (error) {
    if (error instanceof Forbidden || error instanceof Conflict || error instanceof NotFound) return 'refused';
    throw error;
  }
}

test.each(LOCALES)('in %s every refusal that the table can give has its sentence', (locale) => {
  const needs = COORDINATION_ACTS.flatMap((act) => COORDINATION_LIFE[act].needs as readonly string[]);
  expect([...COORDINATION_ACTS, ...needs, 'status'].filter((name) => !hasText(locale, `coordinations.why_not.${name}`))).toEqual([]);
});
