import { Chance } from '../../prisma/seeds/history/chance.ts';
import { instantAt, type Day } from '../../src/kernel/clock.ts';
import { addDays, daysBetween } from '../../src/kernel/days.ts';
import { awaitedBranch, type OwingBranch } from '../../src/tasks/awaited-branch.ts';
import { bookDays, daysHeld, elapsedOf, type HeldDays, type Span } from '../../src/tasks/holder-days.ts';

/** Whole numbers below `n`, the same in every run. */
function numbers(seed: number): (n: number) => number {
  const chance = new Chance(seed);
  return (n) => Math.floor(chance.next() * n);
}

const START = '2023-01-01';
const at = (hours: number): Date => new Date(instantAt(START).getTime() + hours * 3600_000);

/** A history as acts leave it: the ball passes from one to the next at any hour, now and then to nobody, several times a day or not for months. */
function history(seed: number): Span[] {
  const below = numbers(seed);
  const spans: Span[] = [];
  let hour = below(40);
  for (let i = below(14); i >= 0; i -= 1) {
    const until = hour + (below(3) === 0 ? below(10) : below(900));
    const waits = below(2) === 0;
    spans.push({
      holder: ['lead', 'supervisor', 'district', 'leader', 'outside'][below(5)] ?? 'lead', unitId: below(3), accountId: null, since: at(hour), until: i === 0 ? null : at(until),
      waitsFor: waits ? 'support' : null, waitsForUnitId: waits ? 7 : null, waitsAfter: waits ? addDays(START, Math.floor(hour / 24) + below(40) - 10) : null,
    });
    hour = below(6) === 0 ? until + below(400) : until;
  }
  return spans;
}

const sum = (booked: HeldDays[]): number => booked.reduce((days, held) => days + daysHeld(held), 0);
/** The booking as far as the day on which somebody asks. */
const upTo = (booked: HeldDays[], to: Day): HeldDays[] => booked.filter((h) => h.from < to).map((h) => ({ ...h, to: h.to < to ? h.to : to }));
/** What was written down before that day began. */
const knownOn = (spans: Span[], day: Day): Span[] => spans.filter((s) => s.since < instantAt(day)).map((s) => ({ ...s, until: s.until !== null && s.until < instantAt(day) ? s.until : null }));

const seeds = Array.from({ length: 1000 }, (_, i) => i + 1);

describe('the days in everybody\'s hands', () => {
  test('of 1,000 random tasks every day is booked to one holder: together they are the time that went by', () => {
    const wrong = seeds.filter((seed) => {
      const to = addDays(START, numbers(seed + 5000)(500));
      const booked = bookDays(history(seed), START, to);
      return sum(booked) !== daysBetween(START, to) || booked.slice(1).some((held, i) => held.from !== booked[i]?.to);
    });
    expect(wrong).toEqual([]);
  });

  test('whoever had a day has it for ever, whenever it is asked for', () => {
    const wrong = seeds.filter((seed) => {
      const spans = history(seed);
      const asked = addDays(START, 1 + numbers(seed + 9000)(300));
      const later = upTo(bookDays(spans, START, addDays(START, 400)), asked);
      return JSON.stringify(bookDays(knownOn(spans, asked), START, asked)) !== JSON.stringify(later);
    });
    expect(wrong).toEqual([]);
  });

  test('the example in docs/holder-days.md comes out as it stands there', () => {
    const span = (holder: string, since: string, until: string | null, waitsAfter: Day | null): Span =>
      ({ holder, unitId: holder === 'lead' ? 1 : null, accountId: null, since: instantAt(since, '15:00'), until: until === null ? null : instantAt(until, '15:00'), waitsFor: waitsAfter === null ? null : 'support', waitsForUnitId: waitsAfter === null ? null : 2, waitsAfter });
    const spans = [span('lead', '2023-03-01', '2023-04-02', '2023-03-28'), span('lead', '2023-04-02', '2023-04-04', '2023-04-27'), span('supervisor', '2023-04-04', '2023-04-09', null), span('lead', '2023-04-09', null, '2023-04-27')];
    expect(bookDays(spans, '2023-03-01', '2023-04-11').map((h) => [h.holder, h.from, daysHeld(h)])).toEqual([
      ['lead', '2023-03-01', 28], ['support', '2023-03-29', 4], ['lead', '2023-04-02', 2], ['supervisor', '2023-04-04', 5], ['lead', '2023-04-09', 2],
    ]);
  });

  test('an ended task stops on the day of its end, a suspended one goes on outside', () => {
    const issuedAt = instantAt('2023-01-01', '09:00');
    const spans = [{ holder: 'lead', unitId: 1, accountId: null, since: issuedAt, until: instantAt('2023-01-11', '09:00'), waitsFor: null, waitsForUnitId: null, waitsAfter: null }];
    expect(elapsedOf({ status: 'closed', issuedAt }, spans, '2023-02-01')).toEqual({ from: '2023-01-01', to: '2023-01-11' });
    const going = elapsedOf({ status: 'suspended', issuedAt }, spans, '2023-02-01');
    expect(bookDays(spans, going?.from ?? '', going?.to ?? '').map((h) => [h.holder, daysHeld(h)])).toEqual([['lead', 10], ['outside', 21]]);
    expect(elapsedOf({ status: 'draft', issuedAt: null }, [], '2023-02-01')).toBeNull();
  });

  const owes = (role: string, unitId: number, dueOn: Day | null, disputed = false): OwingBranch => ({ role, unitId, dueOn, disputed });
  test.each([
    ['the branch that owes the oldest report', [owes('lead', 1, '2023-04-05'), owes('support', 2, '2023-03-30'), owes('responsible', 3, '2023-03-31')], 2],
    ['nobody, where the lead itself owes the oldest', [owes('lead', 1, '2023-03-01'), owes('support', 2, '2023-03-30')], null],
    ['nobody, where the lead owes one of the same day', [owes('support', 2, '2023-03-30'), owes('lead', 1, '2023-03-30')], null],
    ['a responsible branch before a support branch of the same day', [owes('support', 2, '2023-03-30'), owes('responsible', 3, '2023-03-30')], 3],
    ['nobody, where a branch owes nothing or has objected', [owes('support', 2, null), owes('support', 4, '2023-01-01', true)], null],
  ])('a lead waits for %s', (_, branches, unit) => {
    expect(awaitedBranch(branches)?.unitId ?? null).toBe(unit);
  });
});
