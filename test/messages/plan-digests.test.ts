import { addDays } from '../../src/kernel/days.ts';
import type { Digest, Due, DueKind, Said } from '../../src/messages/message.ts';
import { isWorkingTime, planDigests } from '../../src/messages/plan-digests.ts';
import { recipientsOf } from '../../src/messages/recipient-queries.ts';
import { DEFAULT_SETTINGS } from '../../src/messages/reminder-rules.ts';
import type { Holder } from '../../src/accounts/post-holders.ts';

const due = (kind: DueKind, dueOn: string, unitId = 1): Due => ({ unitId, kind, subject: `${kind}:${dueOn}:${unitId}`, taskId: 1, dueOn, number: '', title: '任务', detail: '', href: '/tasks/1' });
const HOLIDAYS = new Map([['2023-06-22', false], ['2023-06-23', false], ['2023-06-25', true]]);
const plan = (dues: Due[], day: string, said: ReadonlyMap<string, Said> = new Map()): Digest[] => planDigests(dues, day, HOLIDAYS, DEFAULT_SETTINGS, said);

/** On which days something is said of a matter that nobody works on, and in which stage. */
function saidOver(one: Due, from: string, until: string, off: readonly string[] = []): [string, number][] {
  const said = new Map<string, Said>();
  const days: [string, number][] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    for (const { items } of off.includes(day) ? [] : plan([one], day, said)) for (const { subject, stage } of items) {
      said.set(subject, { stage, on: day });
      days.push([day, stage]);
    }
  }
  return days;
}

describe('a unit is reminded', () => {
  test('five and one working days before, and every five working days once it is overdue', () => {
    expect(saidOver(due('filing', '2023-07-05'), '2023-06-19', '2023-07-21')).toEqual([['2023-06-28', 1], ['2023-07-04', 2], ['2023-07-06', 3], ['2023-07-13', 4], ['2023-07-20', 5]]);
  });

  test('counting the holidays of the State Council: five working days before 06-29 lie two days off and a worked Sunday', () => {
    expect(saidOver(due('filing', '2023-06-29'), '2023-06-15', '2023-06-30').map(([day]) => day)).toEqual(['2023-06-21', '2023-06-28', '2023-06-30']);
  });

  test('on the next day on which the server runs, where it stood still', () => {
    expect(saidOver(due('filing', '2023-07-05'), '2023-06-19', '2023-07-05', ['2023-06-28', '2023-06-29']).map(([day]) => day)).toEqual(['2023-06-30', '2023-07-04']);
  });

  test('at once of what comes from somebody who waits, and of what is unsigned only after its two working days', () => {
    expect(saidOver(due('slip', '2023-07-14'), '2023-07-03', '2023-07-14').map(([day, stage]) => `${day} ${stage}`)).toEqual(['2023-07-03 0', '2023-07-07 1', '2023-07-13 2']);
    expect(saidOver(due('signature', '2023-07-05'), '2023-07-03', '2023-07-06')).toEqual([['2023-07-06', 3]]);
  });

  test('once a day, of everything together, the numbered slips first', () => {
    const [digest, other, ...none] = plan([due('filing', '2023-07-04'), due('slip', '2023-07-05'), due('filing', '2023-07-04', 2)], '2023-07-03');
    expect([digest?.unitId, digest?.items.map((i) => i.kind), other?.unitId, none]).toEqual([1, ['slip', 'filing'], 2, []]);
  });

  test('never on a day off and only in working hours', () => {
    expect(plan([due('filing', '2023-06-21')], '2023-06-22')).toEqual([]);
    expect(plan([due('filing', '2023-06-21')], '2023-06-25')).toHaveLength(1);
    const at = (time: string): boolean => isWorkingTime('2023-06-15', time, HOLIDAYS, DEFAULT_SETTINGS);
    expect([at('08:59'), at('09:00'), at('17:29'), at('17:30'), isWorkingTime('2023-06-23', '10:00', HOLIDAYS, DEFAULT_SETTINGS)]).toEqual([false, true, true, false, false]);
  });
});

describe('the head of a unit', () => {
  const post = (postId: number, role: Holder['role']): Holder => ({ postId, accountId: postId, unitId: 1, role });
  const told = (kind: DueKind, holders: Holder[]): string[] =>
    plan([due(kind, '2023-07-04')], '2023-07-03').flatMap((digest) => recipientsOf(digest, holders)).map((r) => `${r.postId}${r.pressedOnly ? ' pressed' : ''}`);

  test('is told from 催办单 up, and only of that (R25)', () => {
    expect(told('filing', [post(1, 'clerk'), post(2, 'head')])).toEqual(['1']);
    expect(told('slip', [post(1, 'clerk'), post(2, 'head'), post(3, 'leader')])).toEqual(['1', '2 pressed']);
  });

  test('does the clerk’s work where there is no clerk', () => {
    expect(told('filing', [post(2, 'head')])).toEqual(['2']);
  });
});
