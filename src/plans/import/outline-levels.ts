import type { LabelKind } from './heading-labels.ts';
import type { Placed } from './heading-sequence.ts';
import type { OutlineLevel } from './plan-reading.ts';

/** Which level a heading has, given all headings of the document: the same label means different things in different genres. */
export function decideLevels(headings: readonly Placed[]): (placed: Placed) => OutlineLevel {
  const all = headings.filter((one) => !isBoxed(one));
  const decide = levelsOf(all);
  return (placed) => (isBoxed(placed) ? 'item' : decide(placed));
}

/** A box and what is numbered in it are no chapters or articles of the plan. */
function isBoxed({ label, parents }: Placed): boolean {
  return label.kind === 'box' || parents.includes('box');
}

function levelsOf(all: readonly Placed[]): (placed: Placed) => OutlineLevel {
  const kinds = new Set(all.map((one) => one.label.kind));
  const running = runsOn(all, 'digit');
  if (kinds.has('clause')) return lawLevel;
  if (kinds.has('part') || kinds.has('chapter') || kinds.has('section')) return outlineLevel;
  return (placed) => numberedLevel(placed, kinds, running);
}

function lawLevel({ label, parents }: Placed): OutlineLevel {
  if (label.kind === 'part' || label.kind === 'chapter' || label.kind === 'section') return label.kind;
  if (label.kind === 'clause') return 'article';
  return label.kind === 'count' && parents.length === 0 ? 'chapter' : 'item';
}

function outlineLevel({ label, parents }: Placed): OutlineLevel {
  if (label.kind === 'part' || label.kind === 'chapter' || label.kind === 'section') return label.kind;
  const inner = parents.some((one) => one === 'count' || one === 'bracket' || one === 'digit');
  return inner || label.kind === 'digitBracket' || label.kind === 'circle' ? 'item' : 'article';
}

function numberedLevel({ label, parents }: Placed, kinds: ReadonlySet<LabelKind>, running: boolean): OutlineLevel {
  if (label.kind === 'count') return 'chapter';
  if (label.kind === 'bracket') return running && kinds.has('count') ? 'section' : 'article';
  if (label.kind === 'digit') return running || !parents.includes('bracket') ? 'article' : 'item';
  return 'item';
}

/** True when this numbering runs on through the document (articles 1 to 56) instead of starting anew in each chapter. */
function runsOn(all: readonly Placed[], kind: LabelKind): boolean {
  const members = all.filter((one) => one.label.kind === kind);
  const beginnings = members.filter((one) => one.label.number === 1).length;
  return beginnings === 1 && members.length >= 3 && new Set(all.filter((one) => one.label.kind === 'bracket' || one.label.kind === 'count').map((one) => one.label.kind)).size > 0;
}
