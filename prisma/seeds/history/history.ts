import type { Context } from '../../../src/kernel/context.ts';
import { today } from '../../../src/kernel/clock.ts';
import { addDays } from '../../../src/kernel/days.ts';
import type { People } from '../people.ts';
import { Agenda } from './agenda.ts';
import { tellAmongUnits } from './among-units.ts';
import { tellArticle23 } from './article-23.ts';
import { Chance } from './chance.ts';
import { explainDelays } from './deadlines.ts';
import { remindInTheEnd } from './digests.ts';
import { handOverPlan } from './hand-overs.ts';
import type { Stage } from './stage.ts';
import { tellLastDays } from './last-days.ts';
import { tellMovingPeople } from './moving-people.ts';
import { tellOtherWays } from './other-ways.ts';
import { tellParameters } from './parameters.ts';
import { superviseThroughout } from './pressing.ts';

const FIRST_DAY = '2021-02-08';

/**
 * Two and a half years of the demonstration's city, made only by calling the verbs with a clock that is set by hand.
 * Ends on the evening before the demonstration's day, so that this day is the visitor's.
 */
export async function tellHistory(context: Context, people: People, importPlan: (context: Context) => Promise<number>): Promise<void> {
  const chance = new Chance(14);
  const agenda = new Agenda(context, chance, FIRST_DAY);
  const units = await context.db.unit.findMany({ where: { active: true }, select: { id: true, code: true, shortName: true, kind: true }, orderBy: { sort: 'asc' } });
  const planId = await importPlan(agenda.context);
  const stage: Stage = { agenda, chance, people, planId, today: today(context.clock), toldElsewhere: new Map(), units: new Map(units.map((u) => [u.code, u])) };
  await handOverPlan(stage);
  await tellArticle23(stage);
  await tellLastDays(stage);
  tellParameters(stage);
  superviseThroughout(stage);
  explainDelays(stage);
  tellOtherWays(stage);
  tellAmongUnits(stage);
  tellMovingPeople(stage);
  remindInTheEnd(stage);
  await agenda.runThrough(addDays(stage.today, -1));
}
