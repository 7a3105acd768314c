import { SetClock, instantAt, type Day } from '../../../src/kernel/clock.ts';
import type { Context } from '../../../src/kernel/context.ts';
import { nextWorkingDay } from '../../../src/kernel/working-days.ts';
import type { Chance } from './chance.ts';

/** What somebody will do at a time; doing it may put further acts on the agenda. */
type Deed = () => Promise<void>;
interface Entry { at: Date; deed: Deed }

/** The acts of a history in the order of time, so that log and numbers grow as they would have. */
export class Agenda {
  readonly #entries: Entry[] = [];
  readonly #clock: SetClock;
  readonly #chance: Chance;
  readonly context: Context;

  constructor(context: Context, chance: Chance, firstDay: Day) {
    this.#clock = new SetClock(instantAt(firstDay));
    this.#chance = chance;
    this.context = { ...context, clock: this.#clock };
  }

  /** At some minute of the working hours of that day or the next one that is worked. */
  on(day: Day, deed: Deed): void {
    const worked = nextWorkingDay(day, this.context.calendar);
    const minutes = this.#chance.between(0, 8 * 60 - 1);
    const time = `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    this.#insert({ at: instantAt(worked, time), deed });
  }

  /** Does everything up to the end of a day; what lies later is left undone. */
  async runThrough(lastDay: Day): Promise<void> {
    const end = instantAt(lastDay, '23:59');
    for (let entry = this.#entries.pop(); entry !== undefined && entry.at <= end; entry = this.#entries.pop()) {
      // Whoever acts upon another act does so later than it, however the agenda was written.
      if (entry.at > this.#clock.now()) this.#clock.set(entry.at);
      else this.#clock.advance(60_000);
      await entry.deed();
    }
  }

  /** Kept in order; the next act is at the end, where taking it costs nothing. */
  #insert(entry: Entry): void {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#entries[middle];
      if (other !== undefined && other.at.getTime() >= entry.at.getTime()) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, entry);
  }
}
