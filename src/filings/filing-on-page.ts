import type { FilingPlace } from './filing-place.ts';
import type { measuresOf } from './filing-rules.ts';
import type { periodsOfBranch } from './filing-state.ts';

/** One filing as a page is made from it. */
export interface FilingOnPage extends FilingPlace {
  measures: ReturnType<typeof measuresOf>;
  periods: ReturnType<typeof periodsOfBranch>;
  /** Names of those who wrote, signed and reviewed it. */
  names: Map<number, string>;
}
