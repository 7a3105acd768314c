import type { Day } from '../../../src/kernel/clock.ts';
import type { People } from '../people.ts';
import type { Agenda } from './agenda.ts';
import type { Chance } from './chance.ts';

/** What a story needs to know of the world. */
export interface Stage {
  agenda: Agenda;
  chance: Chance;
  people: People;
  units: Map<string, { id: number; shortName: string; kind: string }>;
  planId: number;
  today: Day;
  /** Reports of a lead that another story tells, by task. */
  toldElsewhere: Map<number, Set<string>>;
}

/** How a unit goes about a task: what share of the expected progress it makes, how often it is late. */
export interface Temper {
  pace: number;
  late: number;
  closes: boolean;
}
