import { hasClassifiedMark } from '../classified-mark.ts';
import type { Placed } from './heading-sequence.ts';
import type { PlanReading, Problem, Reference, Responsibility } from './plan-reading.ts';
import { problem } from './problems.ts';
import { resolveUnit } from './resolve-unit.ts';
import { startOf } from './source-text.ts';
import type { Block } from './split-blocks.ts';

const LEAST_HEADINGS = 2;
const MOST_NAMES = 50;

type Read = Pick<PlanReading, 'commitments' | 'responsibilities' | 'period'>;

/** What a person should know before the reading is used. An error means that it can't be used at all. */
export function findProblems(text: string, blocks: readonly Block[], reading: Read, reference: Reference): Problem[] {
  if (text.trim() === '') return [problem('error', 'empty')];
  const found: Problem[] = [];
  if (hasClassifiedMark(text)) found.push(problem('error', 'classified'));
  const headings = blocks.filter((block) => block.placed !== null || block.row !== null);
  if (headings.length < LEAST_HEADINGS) found.push(problem('error', 'unstructured'));
  else if (reading.commitments.length + reading.responsibilities.length === 0) found.push(problem('error', 'not_a_plan'));
  if (reading.period === null) found.push(problem('warning', 'no_period'));
  return [...found, ...blocks.flatMap(numberingProblem), ...unknownUnits(text, reading.responsibilities, reference)];
}

function numberingProblem(block: Block): Problem[] {
  const placed: Placed | null = block.placed;
  if (!placed || placed.oddity === null) return [];
  const label = block.part.text.slice(0, placed.label.length);
  const place = { at: startOf(block.part), line: block.part.line };
  return [placed.oddity === 'gap' ? problem('warning', 'number_gap', { label, expected: placed.expected }, place) : problem('warning', 'number_repeat', { label }, place)];
}

/** Only where the document speaks of this city's units at all; a national document names others throughout. */
function unknownUnits(text: string, responsibilities: readonly Responsibility[], reference: Reference): Problem[] {
  const seen = new Map<string, Responsibility>();
  for (const one of responsibilities) for (const name of [...one.lead, ...one.others]) if (!seen.has(name)) seen.set(name, one);
  const unknown = [...seen].filter(([name]) => resolveUnit(name, reference) === null);
  if (unknown.length === seen.size || unknown.length > seen.size / 2) return [];
  return unknown.slice(0, MOST_NAMES).map(([name, { start }]) => problem('warning', 'unknown_unit', { name }, { at: start, line: text.slice(0, start).split('\n').length }));
}
