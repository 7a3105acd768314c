import type { Actor } from './actor.ts';
import type { Day } from './clock.ts';
import type { Parameters } from './parameters.ts';
import type { Locale, Words } from './text.ts';
import type { Calendar } from './working-days.ts';

/** Everything a page function needs to know about who is looking: in which post, which language, on which day. */
export interface Viewer {
  actor: Actor;
  locale: Locale;
  t: Words;
  now: Date;
  today: Day;
  calendar: Calendar;
  parameters: Parameters;
}
