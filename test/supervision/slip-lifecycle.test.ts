import type { Actor, Role } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { limitFor, mayPress, NO_PLEAS, whyNotPress, type PressFacts } from '../../src/supervision/press-policy.ts';
import { SLIP_KINDS } from '../../src/supervision/slip.ts';
import { EXCUSES, SLIP_LIFE, SLIP_STATUSES, type SlipNeed } from '../../src/supervision/slip-lifecycle.ts';
import { whyNotReply } from '../../src/supervision/slip-policy.ts';

const TODAY = '2023-06-15';
const person = (role: Role, unitId = 7): Actor => ({ accountId: 1, postId: 1, name: '', title: '', role, unitId, unitName: '', unitKind: 'government' });
const PEOPLE: [string, Actor, string | null][] = [
  ['a supervisor', person('supervisor'), 'supervisor'], ['an inspector', person('inspector'), 'inspector'], ['the head of the unit', person('head'), 'unit_head'],
  ['the clerk of the unit', person('clerk'), null], ['the head of another unit', person('head', 8), null], ['a leader', person('leader'), null], ['the auditor', person('auditor'), null], ['the administrator', person('admin'), null],
];

/** A unit that may be pressed by either rung, and for each need facts that do not meet it. */
const expired = { id: 1, number: '1', kind: 'urge', ground: 'deadline', groundDay: '2023-03-31', issuedAt: instantAt('2023-05-10'), replyDueOn: '2023-05-15', repliedAt: null } as const;
const notice = { ...expired, kind: 'notice', issuedAt: instantAt('2023-06-14'), replyDueOn: '2023-06-21' } as const;
const facts: PressFacts = { status: 'underway', turn: 'lead', unitId: 7, ground: { kind: 'deadline', day: '2023-03-31' }, slips: [expired], slipsThisMonth: 0, slipCap: 12, rectifyBy: null, verifiedOn: null, escalations: [] };
const UNMET: Record<SlipNeed, { facts: Partial<PressFacts>; why: string }> = {
  not_in_review: { facts: { turn: 'supervisor' }, why: 'waits_for_supervisor' },
  units_turn: { facts: { turn: 'outside' }, why: 'nobodys_turn' },
  cooled_down: { facts: { slips: [expired, { ...expired, issuedAt: instantAt('2023-06-14') }, { ...notice, replyDueOn: '2023-06-14' }] }, why: 'cool_down' },
  no_notice_open: { facts: { slips: [expired, notice] }, why: 'notice_open' },
  not_rectifying: { facts: { rectifyBy: '2023-06-30' }, why: 'rectifying' },
  rung_below: { facts: { ground: null }, why: '' },
  within_cap: { facts: { slipsThisMonth: 12 }, why: 'cap' },
};
const CELLS = SLIP_KINDS.flatMap((kind) => SLIP_LIFE[kind].needs.map((need) => ({ kind, need, more: UNMET[need].facts, why: UNMET[need].why })));

describe('the life of a slip', () => {
  test.each(PEOPLE)('%s presses and answers as the table says', (_title, actor, relation) => {
    expect(mayPress(actor)).toBe(SLIP_LIFE.urge.by.some((by) => by === relation));
    const answers = SLIP_STATUSES.map((status) => whyNotReply(actor, { unitId: 7, repliedAt: status === 'open' ? null : new Date() }));
    expect(answers).toEqual(SLIP_LIFE.reply.by.some((by) => by === relation) ? [null, 'supervision.error.replied_already'] : ['supervision.why_not.reply', 'supervision.why_not.reply']);
  });

  test.each(CELLS)('$kind needs $need, and only its own reason gets past it', ({ kind, need, more, why }) => {
    const asked = { ...facts, ...more };
    expect(whyNotPress(kind, facts, NO_PLEAS, TODAY, new Map())).toBeNull();
    expect(whyNotPress(kind, asked, NO_PLEAS, TODAY, new Map())?.key).toContain(why);
    for (const plea of ['urgent', 'beyondCap'] as const) expect(whyNotPress(kind, asked, { ...NO_PLEAS, [plea]: true }, TODAY, new Map()) === null).toBe(EXCUSES[need] === plea);
  });

  test.each(SLIP_KINDS)('the reason for an urgent %s is asked for, and kept, also while the limit for rectifying runs', (kind) => {
    expect(limitFor('urgent', kind, { ...facts, rectifyBy: '2023-06-30' }, TODAY, new Map())?.key).toBe('supervision.why_not.rectifying');
    expect(limitFor('urgent', kind, facts, TODAY, new Map())).toBeNull();
  });
});
