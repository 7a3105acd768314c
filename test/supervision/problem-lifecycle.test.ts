import type { Actor, Role } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { PROBLEM_ACTS, PROBLEM_LIFE, type ProblemAct } from '../../src/supervision/problem-lifecycle.ts';
import { whyNotProblem, type ProblemFacts } from '../../src/supervision/problem-policy.ts';
import { PROBLEM_STATUSES } from '../../src/supervision/problem.ts';

const TODAY = '2023-06-15';
const person = (role: Role, accountId = 1, unitId = 7): Actor => ({ accountId, postId: accountId, name: '', title: '', role, unitId, unitName: '', unitKind: 'government' });
const problem = (more: Partial<ProblemFacts> = {}): ProblemFacts =>
  ({ status: 'open', unitId: 7, raisedAt: instantAt('2023-06-14'), raisedById: 90, objectedById: null, rectifiedById: 91, recheckedById: 92, ...more });
const why = (actor: Actor, act: ProblemAct, facts: ProblemFacts, today = TODAY): string | null => whyNotProblem(actor, act, facts, today, new Map())?.replace('supervision.why_not.problem.', '') ?? null;

const PEOPLE: [string, Actor, string | null][] = [
  ['a supervisor', person('supervisor'), 'supervisor'], ['an inspector', person('inspector'), 'inspector'], ['the head of the unit', person('head'), 'unit_head'],
  ['the clerk of the unit', person('clerk'), null], ['the head of another unit', person('head', 1, 8), null], ['a leader', person('leader'), null], ['the auditor', person('auditor'), null], ['the administrator', person('admin'), null],
];
const CELLS = PEOPLE.flatMap(([title, actor, relation]) => PROBLEM_ACTS.flatMap((act) => PROBLEM_STATUSES.map((status) => ({ title, actor, relation, act, status }))));

describe('the life of a problem', () => {
  test.each(CELLS)('$title, $act, when it is $status', ({ actor, relation, act, status }) => {
    const row = PROBLEM_LIFE[act];
    const expected = !row.by.some((by) => by === relation) ? act : row.from !== status ? 'status' : null;
    expect(why(actor, act, problem({ status }))).toBe(expected);
  });

  test('whoever put it right confirms nothing, in whichever post', () => {
    const facts = problem({ status: 'rectified', rectifiedById: 5 });
    expect([why(person('supervisor', 5), 'confirm', facts), why(person('inspector', 5), 'send_back', facts)]).toEqual(['not_rectifier', 'not_rectifier']);
  });

  test('whoever rechecked it does not strike it off', () => {
    const facts = problem({ status: 'confirmed', recheckedById: 5 });
    expect([why(person('supervisor', 5), 'strike_off', facts), why(person('supervisor', 6), 'strike_off', facts)]).toEqual(['not_rechecker', null]);
  });

  test('whoever raised it does not decide on the objection', () => {
    const facts = problem({ status: 'disputed', raisedById: 5, objectedById: 8 });
    expect([why(person('supervisor', 5), 'dismiss', facts), why(person('supervisor', 8), 'uphold', facts), why(person('supervisor', 6), 'uphold', facts)]).toEqual(['not_raiser', 'not_objector', null]);
  });

  test('a unit objects once, within five working days', () => {
    const head = person('head');
    expect([why(head, 'object', problem(), '2023-06-21'), why(head, 'object', problem(), '2023-06-22'), why(head, 'object', problem({ objectedById: 3 }))]).toEqual([null, 'objection_term', 'objection_term']);
  });

  test('every status but the last ones leads on, and every status can be reached', () => {
    const from = new Set<string>(PROBLEM_ACTS.map((act) => PROBLEM_LIFE[act].from));
    const reached = new Set<string>(['open', ...PROBLEM_ACTS.map((act) => PROBLEM_LIFE[act].to)]);
    expect([PROBLEM_STATUSES.filter((s) => !from.has(s)), PROBLEM_STATUSES.filter((s) => !reached.has(s))]).toEqual([['struck_off', 'dropped'], []]);
  });
});
