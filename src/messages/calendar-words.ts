import type { Words } from '../kernel/text.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Feed } from './calendar-queries.ts';
import { itemWords } from './digest-words.ts';
import { icsOf } from './ics.ts';

/** The due days of a post as a calendar. @param publicUrl null: events carry no links */
export function calendarOf(t: Words, { actor, dues }: Feed, publicUrl: string | null, now: Date): string {
  const events = dues.map((due) => {
    const { kind, title, number, detail, href } = itemWords(t, { ...due, day: dayOf(now), rung: 'reminder' }, new Map());
    return {
      uid: `${due.subject.replaceAll(':', '-')}@luoshi`, day: due.dueOn, summary: t('messages.calendar.event', { kind, title }),
      description: [number, detail].filter((part) => part !== '').join('\n'), url: publicUrl === null ? null : `${publicUrl}${href}`,
    };
  });
  return icsOf(t('messages.calendar.name', { unit: actor.unitName }), events, now);
}
