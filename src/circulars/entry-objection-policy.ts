import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import type { CircularFacts } from './circular-policy.ts';
import { ENTRY_OBJECTION_LIFE, type EntryObjectionAct, type EntryObjectionNeed, type EntryObjectionRelation, type EntryObjectionStage, type EntryObjectionTransition } from './entry-objection-lifecycle.ts';

/** What decides about an objection: the circular, and whose entry it is. */
export interface ObjectedEntry {
  circular: CircularFacts;
  unitId: number;
  objection: { status: string; objectedById: number } | null;
}

/** The entry of a person's own unit; null where it has none in this circular. */
export function ownEntry(actor: Actor, circular: CircularFacts & { entries: readonly { unitId: number }[] }): ObjectedEntry | null {
  const entry = circular.entries.find((e) => e.unitId === actor.unitId);
  return entry === undefined ? null : { circular, unitId: entry.unitId, objection: circular.objections.find((o) => o.unitId === entry.unitId) ?? null };
}

function entryRelation(actor: Actor, entry: ObjectedEntry | null): EntryObjectionRelation | null {
  if (actor.role === 'supervisor') return 'supervisor';
  return actor.role === 'head' && entry?.unitId === actor.unitId ? 'entry_head' : null;
}

const NEEDS: Record<EntryObjectionNeed, (actor: Actor, entry: ObjectedEntry, today: Day) => boolean> = {
  circular_shown: (_a, { circular }) => circular.status === 'shown',
  term_runs: (_a, { circular }, today) => today <= circular.objectUntil,
  not_drawer: (actor, { circular }) => !isOwnStep(actor, circular.drawnUpById),
  not_objector: (actor, { objection }) => !isOwnStep(actor, objection?.objectedById ?? null),
};

/** Why this act cannot be done now, as a text key for button and refusal; null where it can. */
export function whyNotEntry(actor: Actor, act: EntryObjectionAct, entry: ObjectedEntry | null, today: Day): string | null {
  const row: EntryObjectionTransition = ENTRY_OBJECTION_LIFE[act];
  if (entry === null || !row.by.some((relation) => relation === entryRelation(actor, entry))) return `circulars.why_not.entry.${act}`;
  const stage = (entry.objection?.status ?? 'none') as EntryObjectionStage;
  if (stage !== row.from) return `circulars.why_not.entry_stage.${act}`;
  const missing = row.needs.find((need) => !NEEDS[need](actor, entry, today));
  return missing === undefined ? null : `circulars.why_not.entry.${missing}`;
}
