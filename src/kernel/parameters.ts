import type { Day } from './clock.ts';

/** Values of one kind that are in force from a day on, until a later version is. */
export interface ParameterVersion {
  kind: string;
  fromDay: Day;
  values: Readonly<Record<string, number>>;
}

/** What a parameter is where nobody set it, and between what it may be set. */
export interface Bounds { usual: number; least: number; most: number }

/** The values of a kind that nobody has set. */
export const usualOf = <Name extends string>(bounds: Readonly<Record<Name, Bounds>>): Readonly<Record<Name, number>> =>
  Object.fromEntries(Object.entries<Bounds>(bounds).map(([name, { usual }]) => [name, usual])) as Record<Name, number>;

/**
 * What people have set by which the program reckons, one version after another; what was never set is at its place's own default.
 * Held beside the database like the calendar, and read anew before each request and each round of messages, so that two servers agree.
 */
export class Parameters {
  #versions: readonly ParameterVersion[] = [];

  /** @param versions the one that counts first, first */
  replace(versions: readonly ParameterVersion[]): void {
    this.#versions = versions;
  }

  /** The values of that kind in force on a day; empty where nobody had set any. */
  valuesOn(kind: string, day: Day): Readonly<Record<string, number>> {
    return this.#versions.find((version) => version.kind === kind && version.fromDay <= day)?.values ?? {};
  }
}
