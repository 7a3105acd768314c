import { CIRCULAR_LIFE, CIRCULAR_STATUSES } from '../../src/circulars/circular-lifecycle.ts';
import { mayDrawUp, whyNotCountable, whyNotPublish, type CircularFacts } from '../../src/circulars/circular-policy.ts';
import { ENTRY_OBJECTION_ACTS, ENTRY_OBJECTION_LIFE, ENTRY_OBJECTION_STATUSES } from '../../src/circulars/entry-objection-lifecycle.ts';
import { ownEntry, whyNotEntry } from '../../src/circulars/entry-objection-policy.ts';
import { RULE_SET_LIFE, RULE_SET_STATUSES } from '../../src/circulars/rule-set-lifecycle.ts';
import { mayDraft, whyNotAdopt } from '../../src/circulars/rule-set-policy.ts';
import type { Actor, Role } from '../../src/kernel/actor.ts';

const TODAY = '2023-07-06';
const person = (role: Role, accountId = 1, unitId = 7): Actor => ({ accountId, postId: accountId, name: '', title: '', role, unitId, unitName: '', unitKind: 'government' });
const circular = (more: Partial<CircularFacts> = {}): CircularFacts => ({ status: 'shown', drawnUpById: 90, objectUntil: '2023-07-05', objections: [], ...more });
const PEOPLE: [string, Actor, string | null][] = [
  ['a supervisor', person('supervisor'), 'supervisor'], ['a leader', person('leader'), 'leader'], ['the head of a unit with an entry', person('head'), 'entry_head'], ['the head of one without', person('head', 1, 8), null],
  ['an inspector', person('inspector'), null], ['the clerk of the unit', person('clerk'), null], ['the auditor', person('auditor'), null], ['the administrator', person('admin'), null],
];
const has = (by: readonly string[], relation: string | null): boolean => relation !== null && by.includes(relation);

describe('the lives of a circular, its rules and the objections to it', () => {
  test.each(PEOPLE)('%s draws up, publishes and adopts as the tables say', (_title, actor, relation) => {
    expect([mayDrawUp(actor), mayDraft(actor)]).toEqual([has(CIRCULAR_LIFE.draw_up.by, relation), has(RULE_SET_LIFE.draft.by, relation)]);
    const publish = has(CIRCULAR_LIFE.publish.by, relation);
    expect(CIRCULAR_STATUSES.map((status) => whyNotPublish(actor, circular({ status }), TODAY))).toEqual(publish ? [null, 'circulars.why_not.published'] : Array(2).fill('circulars.why_not.publish'));
    const adopt = has(RULE_SET_LIFE.adopt.by, relation);
    expect(RULE_SET_STATUSES.map((status) => whyNotAdopt(actor, { status, madeById: 90 }))).toEqual(adopt ? [null, 'circulars.why_not.adopted', 'circulars.why_not.adopted'] : Array(3).fill('circulars.why_not.adopt'));
  });

  test.each(PEOPLE)('%s objects and rules as the table says, at every stage', (_title, actor, relation) => {
    for (const act of ENTRY_OBJECTION_ACTS) {
      for (const stage of ['none', ...ENTRY_OBJECTION_STATUSES]) {
        const entry = { circular: circular({ objectUntil: '2023-07-07' }), unitId: 7, objection: stage === 'none' ? null : { status: stage, objectedById: 91 } };
        const row = ENTRY_OBJECTION_LIFE[act];
        expect(whyNotEntry(actor, act, entry, TODAY)).toBe(!has(row.by, relation) ? `circulars.why_not.entry.${act}` : stage === row.from ? null : `circulars.why_not.entry_stage.${act}`);
      }
    }
  });

  test.each([
    ['not_drawer', circular({ drawnUpById: 1 })], ['term_over', circular({ objectUntil: TODAY })], ['objections_decided', circular({ objections: [{ unitId: 8, status: 'open', objectedById: 3 }] })],
  ])('publishing needs: %s', (need, facts) => {
    expect(whyNotPublish(person('supervisor'), facts, TODAY)).toBe(`circulars.why_not.${need}`);
  });

  test.each([
    ['object', 'circular_shown', circular({ status: 'published' })], ['object', 'term_runs', circular()],
    ['uphold', 'circular_shown', circular({ status: 'published' })], ['uphold', 'not_drawer', circular({ drawnUpById: 1 })], ['dismiss', 'not_objector', circular()],
  ] as const)('to %s needs: %s', (act, need, facts) => {
    const objection = act === 'object' ? null : { status: 'open', objectedById: act === 'dismiss' ? 1 : 3 };
    expect(whyNotEntry(person(act === 'object' ? 'head' : 'supervisor'), act, { circular: facts, unitId: 7, objection }, TODAY)).toBe(`circulars.why_not.entry.${need}`);
  });

  test('a month is counted when it is over, once, by rules in force', () => {
    const why = (month: string, rules: object | null, drawnUp: boolean): string | null => whyNotCountable({ month, rules, drawnUp }, TODAY);
    expect([why('2023-06', {}, false), why('2023-07', {}, false), why('2023-06', null, false), why('2023-06', {}, true)])
      .toEqual([null, 'circulars.error.month_over', 'circulars.error.rules_in_force', 'circulars.error.not_drawn_up']);
  });

  test('nobody adopts their own rules, and a unit without an entry has nothing to object to', () => {
    expect(whyNotAdopt(person('leader'), { status: 'draft', madeById: 1 })).toBe('circulars.why_not.not_drafter');
    expect(ownEntry(person('head', 1, 8), { ...circular(), entries: [{ unitId: 7 }] })).toBeNull();
  });
});
