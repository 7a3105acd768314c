import { instantAt } from '../../src/kernel/clock.ts';
import { LADDER } from '../../src/supervision/press-ladder.ts';
import { nextAct } from '../../src/supervision/next-act.ts';
import { freeFrom, NO_PLEAS, whyNotPress, type PastSlip, type PressFacts } from '../../src/supervision/press-policy.ts';
import type { EscalationKind } from '../../src/supervision/escalation.ts';
import { SLIP_KINDS, type SlipKind } from '../../src/supervision/slip.ts';

const TODAY = '2023-06-15'; // a Thursday
const SLIP_CAP = 12;
const NO_HOLIDAYS = new Map<string, boolean>();
const overdue = { kind: 'deadline', day: '2023-03-31' } as const;

const facts = (more: Partial<PressFacts> = {}): PressFacts => ({ status: 'underway', turn: 'lead', unitId: 7, ground: overdue, slips: [], slipsThisMonth: 0, slipCap: SLIP_CAP, rectifyBy: null, verifiedOn: null, escalations: [], ...more });
const sent = (kind: SlipKind, issuedOn: string, replyDueOn: string, more: Partial<PastSlip> = {}): PastSlip =>
  ({ id: 1, number: `${kind}-1`, kind, ground: 'deadline', groundDay: '2023-03-31', issuedAt: instantAt(issuedOn, '09:00'), replyDueOn, repliedAt: null, ...more });
const whyNot = (kind: SlipKind, f: PressFacts, pleas = NO_PLEAS): string | null => whyNotPress(kind, f, pleas, TODAY, NO_HOLIDAYS)?.key.replace('supervision.why_not.', '') ?? null;

const expired = sent('urge', '2023-05-10', '2023-05-15');
/** What went before, and whether it lets an urge and a notice pass by the ladder. */
const HISTORIES: [title: string, facts: PressFacts, urge: string | null, notice: string | null][] = [
  ['nothing is overdue', facts({ ground: null }), 'first_reminder', 'first_urge'],
  ['something is overdue and nobody pressed', facts(), null, 'first_urge'],
  ['an urge has run out', facts({ slips: [expired] }), null, null],
  ['an urge still runs', facts({ slips: [sent('urge', '2023-06-01', '2023-06-20')] }), 'cool_down', 'former_open'],
  ['an urge ends today', facts({ slips: [sent('urge', '2023-06-05', TODAY)] }), 'cool_down', 'former_open'],
  ['an urge ran out about a deadline that was moved since', facts({ slips: [sent('urge', '2022-12-01', '2022-12-08', { groundDay: '2022-11-30' })] }), null, 'first_urge'],
  ['an urge ran out about a report that came in since', facts({ slips: [sent('urge', '2023-05-10', '2023-05-15', { ground: 'filing' })] }), null, 'first_urge'],
  ['a notice runs', facts({ slips: [expired, sent('notice', '2023-06-12', '2023-06-19')] }), 'notice_open', 'cool_down'],
  ['a notice has run out', facts({ slips: [expired, sent('notice', '2023-05-17', '2023-05-24')] }), null, null],
];

describe('the ladder of pressing', () => {
  test.each(HISTORIES)('when %s', (_title, history, urge, notice) => {
    expect([whyNot('urge', history), whyNot('notice', history)]).toEqual([urge, notice]);
  });

  test.each(SLIP_KINDS)('lets an urgent matter start at the %s without the rung below', (kind) => {
    expect(whyNot(kind, facts({ ground: null }), { urgent: true, beyondCap: false })).toBeNull();
  });

  test.each(SLIP_KINDS)('refuses a %s while the item waits for the supervisor, however urgent', (kind) => {
    const pleas = { urgent: true, beyondCap: true };
    expect([whyNot(kind, facts({ turn: 'supervisor' }), pleas), whyNot(kind, facts({ status: 'submitted' }), pleas)]).toEqual(['waits_for_supervisor', 'waits_for_supervisor']);
  });

  test.each(['leader', 'none', 'outside'])('finds no unit to press while the ball is with: %s', (turn) => {
    expect(whyNot('urge', facts({ turn }))).toBe('nobodys_turn');
  });

  test('asks for a reason beyond the month’s cap of the unit', () => {
    const full = facts({ slipsThisMonth: SLIP_CAP });
    expect([whyNot('urge', full), whyNot('urge', full, { urgent: false, beyondCap: true }), whyNot('urge', facts({ slipsThisMonth: SLIP_CAP - 1 }))]).toEqual(['cap', null, null]);
  });
});

describe('the cool-down', () => {
  test.each(SLIP_KINDS)('of a %s is counted in working days, with 调休', (kind) => {
    const slip = sent(kind, '2023-06-08', '2023-06-13', { repliedAt: instantAt('2023-06-09') });
    const weekend = new Map([['2023-06-10', true]]);
    const days = LADDER[kind].coolDownDays;
    expect([freeFrom(slip, NO_HOLIDAYS), freeFrom(slip, weekend)]).toEqual(days === 5 ? ['2023-06-15', '2023-06-14'] : ['2023-06-22', '2023-06-21']);
  });

  test('of a notice that was answered holds urges too: a lower rung is no way round it', () => {
    const answered = (issuedOn: string): PressFacts => facts({ slips: [expired, sent('notice', issuedOn, '2023-06-08', { repliedAt: instantAt('2023-06-07') })] });
    expect([whyNot('urge', answered('2023-06-05')), whyNot('urge', answered('2023-05-31'))]).toEqual(['cool_down', null]);
  });

  test('lasts until the term that was given has passed where nobody answered', () => {
    expect(freeFrom(sent('urge', '2023-06-08', '2023-06-30'), NO_HOLIDAYS)).toBe('2023-07-01');
  });
});

const inVain = [expired, sent('notice', '2023-05-17', '2023-05-24')];
const held = (kind: EscalationKind) => ({ kind, ground: 'deadline', groundDay: '2023-03-31', recordedById: 5 });

describe('the next lawful act', () => {
  test.each<[string, PressFacts, string, string | null]>([
    ['is to wait while the supervisor reviews', facts({ turn: 'supervisor' }), 'wait', null],
    ['is an urge at first', facts(), 'urge', null],
    ['is still the urge while it runs, with the day from which on', facts({ slips: [sent('urge', '2023-06-14', '2023-06-19')] }), 'urge', 'supervision.why_not.cool_down'],
    ['is a notice after an urge in vain', facts({ slips: [expired] }), 'notice', null],
    ['is the running notice, not yet another one', facts({ slips: [expired, sent('notice', '2023-06-12', '2023-06-19')] }), 'notice', 'supervision.why_not.cool_down'],
    ['is to go and look after a notice in vain', facts({ slips: [expired, sent('notice', '2023-05-17', '2023-05-24')] }), 'verify', null],
    ['is a talk after somebody went and looked in vain', facts({ slips: inVain, verifiedOn: '2023-06-01' }), 'talk', null],
    ['is to go and look once more where the last visit was before the notice', facts({ slips: inVain, verifiedOn: '2023-05-01' }), 'verify', null],
    ['is a criticism after a talk in vain', facts({ slips: inVain, verifiedOn: '2023-06-01', escalations: [held('talk')] }), 'criticism', null],
    ['is a leader\'s word where all rungs were in vain', facts({ slips: inVain, verifiedOn: '2023-06-01', escalations: [held('talk'), held('criticism')] }), 'instruct', null],
    ['does not count a talk about a deadline that was moved since', facts({ slips: inVain, verifiedOn: '2023-06-01', escalations: [{ ...held('talk'), groundDay: '2022-12-31' }] }), 'talk', null],
    ['does not hide an urge behind the cap, whose reason the form asks for', facts({ slipsThisMonth: SLIP_CAP }), 'urge', null],
  ])('%s', (_title, f, act, why) => {
    const next = nextAct(f, TODAY, NO_HOLIDAYS);
    expect([next.act, next.whyNot?.key ?? null]).toEqual([act, why]);
  });
});
