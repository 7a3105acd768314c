import type { Actor, Role } from '../../src/kernel/actor.ts';
import { branchStage, BRANCH_STAGES } from '../../src/tasks/assignment.ts';
import { BRANCH_ACTS, BRANCH_LIFE, type BranchAct, type BranchTransition } from '../../src/tasks/assignment-lifecycle.ts';
import { whyNotBranch, type BranchFacts } from '../../src/tasks/assignment-policy.ts';
import { TASK_STATUSES } from '../../src/tasks/task.ts';

const TODAY = '2023-06-15';
const [OWN, LEAD] = [7, 3];
const person = (role: Role, unitId = 99, accountId = 1): Actor => ({ accountId, postId: accountId, name: '', title: '', role, unitId, unitName: '', unitKind: 'government' });
/** A supporting branch for which every need is met. */
const branch = (act: BranchAct, more: Partial<BranchFacts> = {}): BranchFacts => ({
  stage: BRANCH_LIFE[act].from[0], role: 'support', unitId: OWN, leadUnitId: LEAD, taskStatus: 'underway', objectionEnds: TODAY, hasObjected: false, objectedById: null,
  dueOn: '2023-08-01', deadline: '2023-08-31', wishById: act === 'decide_due' ? 50 : null, filingsInReview: 0, ...more,
});
const why = (actor: Actor, act: BranchAct, more: Partial<BranchFacts> = {}, today = TODAY): string | null => whyNotBranch(actor, act, branch(act, more), today)?.replace('tasks.why_not.', '') ?? null;
const PEOPLE: [string, Actor, string | null][] = [
  ['a supervisor', person('supervisor'), 'supervisor'], ['the head of the unit', person('head', OWN), 'own_head'], ['the head of the lead', person('head', LEAD), 'lead_head'], ['the clerk of the unit', person('clerk', OWN), null],
  ['the head of another unit', person('head'), null], ['an inspector', person('inspector'), null], ['a leader', person('leader'), null], ['the auditor', person('auditor'), null], ['the administrator', person('admin'), null],
];
const doer = (act: BranchAct): Actor => PEOPLE.find(([, , relation]) => relation === BRANCH_LIFE[act].by)?.[1] ?? person('admin');

describe('the life of a branch', () => {
  test.each(BRANCH_ACTS)('%s: by nine people, in four stages, in ten states of the task', (act) => {
    const row: BranchTransition = BRANCH_LIFE[act];
    const cells = PEOPLE.flatMap(([title, actor, relation]) => BRANCH_STAGES.flatMap((stage) => TASK_STATUSES.map((taskStatus) => ({ title, actor, relation, stage, taskStatus }))));
    const wrong = cells.filter(({ actor, relation, stage, taskStatus }) => {
      const open = row.during.includes(taskStatus) && row.from.includes(stage);
      const expected = relation !== row.by ? `branch.relation.${row.by}` : open ? null : 'status';
      return why(actor, act, { stage, taskStatus }) !== expected;
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['object', { hasObjected: true }, 'branch.first_objection'], ['object', { objectionEnds: '2023-06-14' }, 'branch.objection_term'], ['object', { objectionEnds: null }, 'branch.objection_term'],
    ['dismiss', { objectedById: 1 }, 'branch.not_objector'], ['relieve', { role: 'lead' }, 'branch.not_lead'], ['recast', { role: 'lead' }, 'branch.not_lead'], ['reassign', { objectedById: 1 }, 'branch.not_objector'],
    ['take_off', { filingsInReview: 1 }, 'branch.reports_decided'], ['take_off', { role: 'lead' }, 'branch.not_lead'], ['change', { role: 'lead' }, 'branch.not_lead'],
    ['ask_due', { dueOn: '2023-06-14' }, 'branch.due_ahead'], ['ask_due', { dueOn: '2023-08-31' }, 'branch.later_possible'], ['ask_due', { wishById: 50 }, 'branch.no_pending_wish'], ['ask_due', { role: 'lead' }, 'branch.not_lead'],
    ['decide_due', { wishById: null }, 'branch.pending_wish'], ['decide_due', { wishById: 1 }, 'branch.not_asker'],
  ] as const)('%s is refused where %j', (act, more, complaint) => {
    expect([why(doer(act), act), why(doer(act), act, more)]).toEqual([null, complaint]);
  });

  test('a lead\'s objection is upheld only by naming another unit', () => {
    expect((['dismiss', 'relieve', 'recast', 'reassign'] as const).filter((act) => why(person('supervisor'), act, { role: 'lead' }) === null)).toEqual(['dismiss', 'reassign']);
  });

  test('whoever stands in for the one who objected does not decide either', () => {
    expect(why({ ...person('supervisor'), eyesWith: [8] }, 'dismiss', { objectedById: 8 })).toBe('branch.not_objector');
  });

  test.each([
    [{ role: 'former', signedAt: new Date(), objection: null }, 'former'], [{ role: 'lead', signedAt: null, objection: 'open' }, 'objected'],
    [{ role: 'lead', signedAt: null, objection: 'dismissed' }, 'unsigned'], [{ role: 'support', signedAt: new Date(), objection: null }, 'signed'],
  ])('%j stands at %s', (columns, stage) => { expect(branchStage(columns)).toBe(stage); });

  test('every stage can be reached', () => {
    const reached = new Set<string | null>(BRANCH_ACTS.map((act) => BRANCH_LIFE[act].to));
    expect(BRANCH_STAGES.filter((stage) => !reached.has(stage))).toEqual([]);
  });
});
