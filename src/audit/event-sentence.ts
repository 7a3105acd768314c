import { hasText, type Words } from '../kernel/text.ts';
import { periodWords } from './period-words.ts';

// Codes that stand in an event's data, and where their words are.
const CODED: Readonly<Record<string, string>> = {
  role: 'accounts.role', fromRole: 'accounts.role', toRole: 'accounts.role', kind: 'units.kind', locale: 'accounts.locale', slip: 'supervision.kind', rung: 'supervision.rung', verdict: 'supervision.verdict',
  owner: 'coordinations.owner', parameters: 'parameters.short', ending: 'tasks.ending_kind', ruling: 'tasks.ruling.short', decision: 'tasks.decision', light: 'shell.light', computed: 'shell.light', nature: 'plans.nature',
};

const UNKNOWN = '—';
const PERIOD = /^(?:[0-9]{4}(?:-(?:[0-9]{2}|Q[1-4]|H[12]))?|once)$/;

/** One value of an event's data in words; lists are joined, codes spelt out. */
function worded(t: Words, name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((part) => worded(t, name, part)).join(t('audit.list_comma'));
  if (typeof value !== 'string' && typeof value !== 'number') return UNKNOWN;
  if (name === 'period' && PERIOD.test(String(value))) return periodWords(t, String(value));
  const key = `${CODED[name] ?? ''}.${String(value)}`;
  return name in CODED && hasText('zh-CN', key) ? t(key) : String(value);
}

/**
 * The event as a sentence without its subject: "交办任务 〔2021〕23号". The placeholders of `audit.event.<name>` are filled from the event's
 * data by name; what the data does not have shows as a dash, so that old events stay readable when a sentence grows.
 */
export function eventSentence(t: Words, event: { event: string; data: Record<string, unknown> }): string {
  const values = Object.fromEntries(Object.entries(event.data).map(([name, value]) => [name, worded(t, name, value)]));
  return t(`audit.event.${event.event}`, new Proxy(values, { get: (all, name) => all[String(name)] ?? UNKNOWN }));
}

/** Who did it, and in whose place until when; empty for the system itself. */
export function whoActed(t: Words, { actorName, data }: { actorName: string; data: Record<string, unknown> }): string {
  const behalf = data['onBehalfOf'] as { name: string; until: string } | undefined;
  return behalf === undefined ? actorName : t('audit.on_behalf', { actor: actorName, name: behalf.name, until: behalf.until });
}

/** What kind of event it is, without what the single event tells: for choosing among them. */
export const eventName = (t: Words, event: string): string =>
  t(`audit.event.${event}`, new Proxy({}, { get: () => '' })).replace(/[（(][^（()）]*[）)]|[：:][^]*$/gu, '').replace(/\s+/g, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').trim();
