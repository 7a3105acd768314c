/** The only door to the machine's time: everything else is handed a Clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const SHANGHAI_OFFSET_MS = 8 * 3600_000; // no daylight saving since 1991, so a fixed offset is exact for every plan

/** A day of the calendar in Shanghai, YYYY-MM-DD; such strings compare and sort as dates do. */
export type Day = string;

/** The day in Shanghai at that instant. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

export const today = (clock: Clock): Day => dayOf(clock.now());

/** HH:MM in Shanghai. */
export function timeOf(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/** YYYY-MM-DD HH:MM in Shanghai. */
export const momentOf = (instant: Date): string => `${dayOf(instant)} ${timeOf(instant)}`;

/** The instant at which a day has the given Shanghai time; a deadline holds until 24:00 of its day. */
export function instantAt(day: Day, time = '00:00'): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

/** A clock that stands at one day while its hours and minutes go on, so that acts of one demonstration keep their order. */
export function clockStandingAt(day: Day, real: Clock = systemClock): Clock {
  return { now: () => new Date(`${day}T${new Date(real.now().getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 23)}+08:00`) };
}

/** A clock that somebody sets by hand: histories and tests. */
export class SetClock implements Clock {
  #now: Date;
  constructor(at: Date) {
    this.#now = at;
  }
  now(): Date {
    return new Date(this.#now);
  }
  set(at: Date): void {
    this.#now = at;
  }
  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}
