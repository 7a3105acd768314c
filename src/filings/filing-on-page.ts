import type { SummedTask } from '../tasks/district-queries.ts';
import type { FilingPlace } from './filing-place.ts';
import type { measuresOf } from './filing-rules.ts';
import type { periodsOfBranch } from './filing-state.ts';

/** One filing as a page is made from it. */
export interface FilingOnPage extends FilingPlace {
  /** What the districts of the matter have reported, as a hint for whoever reports the whole; null where it has none. */
  summed: SummedTask | null;
  /** That others tried to change it after what this person did last (SECURITY C1); null where nobody did. */
  lateTry: string | null;
  measures: ReturnType<typeof measuresOf>;
  periods: ReturnType<typeof periodsOfBranch>;
  /** Names of those who wrote, signed and reviewed it. */
  names: Map<number, string>;
}
