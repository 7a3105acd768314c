import type { Day } from '../kernel/clock.ts';
import { LIGHTS, type Light } from '../lights/light.ts';
import { lightOn, type LightColumns } from '../lights/turning-days.ts';

/** DOMAIN §2: in somebody's hands · prepared or interrupted only · nobody's · deliberately not decomposed · mere words. */
export const COVERAGE_STATES = ['covered', 'partly', 'gap', 'exempt', 'statement'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** The mark in the margin of the text: the light of its tasks, hollow, or a dash. */
export const MARKS = ['red', 'yellow', 'green', 'grey', 'gap', 'none'] as const;
export type Mark = (typeof MARKS)[number];

/** Tasks in these states carry the commitment; closed ones have carried it out. */
const CARRYING = new Set(['issued', 'underway', 'submitted', 'closed', 'archived', 'standing']);
/** Not handed over yet, or interrupted. Withdrawn and merged tasks carry nothing any more. */
const PREPARING = new Set(['draft', 'suspended']);

export interface Decided {
  decision: string;
  /** Who confirmed that it is not decomposed; until somebody did, it is a gap (four eyes). */
  approvedById: number | null;
}

export interface Coverage {
  state: CoverageState;
  /** The worst light of the tasks that carry it. */
  light: Light | null;
  mark: Mark | null;
}

/** What the tasks of a commitment and the decision on it amount to on a day. Never stored: ending its last task makes it a gap at once. */
export function coverageOf({ decision, approvedById }: Decided, tasks: readonly LightColumns[], day: Day): Coverage {
  const carrying = tasks.filter((task) => CARRYING.has(task.status));
  if (carrying.length > 0) {
    const light = worstLight(carrying.map((task) => lightOn(task, day)));
    return { state: 'covered', light, mark: light };
  }
  if (decision === 'statement') return { state: 'statement', light: null, mark: null };
  if (tasks.some((task) => PREPARING.has(task.status))) return { state: 'partly', light: null, mark: 'grey' };
  if (decision === 'not_decomposed' && approvedById !== null) return { state: 'exempt', light: null, mark: 'none' };
  return { state: 'gap', light: null, mark: 'gap' };
}

const worstLight = (lights: readonly Light[]): Light => LIGHTS.find((light) => lights.includes(light)) ?? 'grey';

const SEVERITY: readonly Mark[] = ['red', 'gap', 'yellow', 'grey', 'green', 'none'];

/** The mark of a sentence that holds several commitments. */
export const worstMark = (marks: readonly (Mark | null)[]): Mark | null => SEVERITY.find((mark) => marks.includes(mark)) ?? null;
