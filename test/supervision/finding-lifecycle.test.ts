import type { Actor, Role } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { FINDING_ACTS, FINDING_LIFE, FINDING_STATUSES, type FindingAct, type FindingStatus } from '../../src/supervision/finding-lifecycle.ts';
import { whyNotFinding, type FindingFacts } from '../../src/supervision/finding-policy.ts';

const person = (role: Role, accountId = 1, unitId = 7): Actor => ({ accountId, postId: accountId, name: '', title: '', role, unitId, unitName: '', unitKind: 'government' });
const finding = (status: FindingStatus, more: Partial<FindingFacts> = {}): FindingFacts =>
  ({ unitId: 7, recordedAt: instantAt('2023-06-14'), objectUntil: null, recordedById: 90, objection: status === 'accepted' ? null : { status, objectedById: 91 }, ...more });
const why = (actor: Actor, act: FindingAct, facts: FindingFacts, today = '2023-06-15'): string | null => whyNotFinding(actor, act, facts, today, new Map())?.replace('supervision.why_not.finding.', '') ?? null;

const PEOPLE: [string, Actor, string | null][] = [
  ['a supervisor', person('supervisor'), 'supervisor'], ['an inspector', person('inspector'), 'inspector'], ['the head of the unit', person('head'), 'unit_head'],
  ['the clerk of the unit', person('clerk'), null], ['the head of another unit', person('head', 1, 8), null], ['a leader', person('leader'), null], ['the auditor', person('auditor'), null], ['the administrator', person('admin'), null],
];
const CELLS = PEOPLE.flatMap(([title, actor, relation]) => FINDING_ACTS.flatMap((act) => FINDING_STATUSES.map((status) => ({ title, actor, relation, act, status }))));

describe('the life of a finding', () => {
  test.each(CELLS)('$title, $act, when it is $status', ({ actor, relation, act, status }) => {
    const row = FINDING_LIFE[act];
    expect(why(actor, act, finding(status))).toBe(!row.by.some((by) => by === relation) ? act : row.from !== status ? 'status' : null);
  });

  test('a unit has five working days to object', () => {
    expect([why(person('head'), 'object', finding('accepted'), '2023-06-21'), why(person('head'), 'object', finding('accepted'), '2023-06-22')]).toEqual([null, 'objection_term']);
  });

  test('neither who made the finding nor who objected rules on it, in whichever post', () => {
    const facts = finding('open', { recordedById: 5 });
    expect([why(person('inspector', 5), 'dismiss', facts), why(person('supervisor', 91), 'uphold', facts), why(person('inspector', 6), 'uphold', facts)]).toEqual(['not_finder', 'not_objector', null]);
  });
});
