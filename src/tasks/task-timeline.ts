import type { Viewer } from '../kernel/viewer.ts';
import { dayOf, timeOf } from '../kernel/clock.ts';
import type { LoggedEvent } from '../audit/audit-queries.ts';
import { eventSentence, whoActed } from '../audit/event-sentence.ts';
import { LATE_TRY } from './late-try.ts';
import { timelineItem, type TimelineItem, type Tone } from '../web/view-parts.ts';

const LOOK: Record<string, [icon: string, tone: Tone]> = {
  'task.issued': ['send', 'info'], 'assignment.signed': ['sign', 'ok'], 'task.submitted': ['flag', 'info'], 'task.returned': ['return', 'warn'], 'task.closed': ['check', 'ok'],
  'filing.returned': ['return', 'warn'], 'filing.accepted': ['check', 'ok'], 'filing.signed_off': ['send', 'info'],
  'extension.asked': ['calendar', 'info'], 'extension.granted': ['calendar', 'ok'], 'extension.refused': ['calendar', 'warn'], 'assignment.objected': ['quote', 'warn'], 'assignment.arbitrated': ['sign', 'info'], 'slip.issued': ['bell', 'bad'], 'slip.replied': ['bell', 'info'],
};

/** Drafts and their saving are the writer's own business and stay off the timeline; who was too late is told to who was first. */
const QUIET = new Set(['filing.saved', 'task.changed', 'export.made', LATE_TRY]);

const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What happened to a task, newest first. */
export function taskTimeline({ t }: Viewer, events: LoggedEvent[]): TimelineItem[] {
  return events.filter((e) => !QUIET.has(e.event)).map((e) => {
    const [icon, tone] = LOOK[e.event] ?? ['dot', 'neutral'];
    return timelineItem(dayOf(e.at), eventSentence(t, e), { time: timeOf(e.at), who: whoActed(t, e), icon, tone, text: words(e.data['reason']) ?? words(e.data['completion']) ?? words(e.data['note']) });
  });
}
