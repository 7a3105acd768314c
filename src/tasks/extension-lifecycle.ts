import type { Relation } from './task-lifecycle.ts';
import type { TaskStatus } from './task.ts';

/** The life of an application for a later deadline; taken_back, granted and refused are its ends. */
export const EXTENSION_STATUSES = ['prepared', 'pending', 'endorsed', 'granted', 'refused', 'taken_back'] as const;
export type ExtensionStatus = (typeof EXTENSION_STATUSES)[number];

/** Asked and not decided: the light is hatched (R13). */
export const OPEN_EXTENSIONS = ['pending', 'endorsed'] as const satisfies readonly ExtensionStatus[];

/** Where no application is on its way. */
export type ExtensionStage = ExtensionStatus | 'none';

/** R14, and beyond what the supervisor's word is not enough (DOMAIN §3): calendar days in all, which extension it is. */
export const EXTENSION_LIMITS = { most: 2, daysAlone: 90, nthAlone: 1 } as const;

export type ExtensionNeed = 'before_deadline' | 'extension_left' | 'other_person' | 'within_limits' | 'beyond_limits';

export interface ExtensionTransition {
  from: readonly ExtensionStage[];
  to: ExtensionStatus;
  by: readonly Relation[];
  /** Statuses of the task. */
  during: readonly TaskStatus[];
  needs: readonly ExtensionNeed[];
}

const ASKING = ['issued', 'underway'] as const;
const LIVE = ['issued', 'underway', 'submitted'] as const;
/** One that still ran when the task was closed cannot be granted any more, but has to come to an end before the archive. */
const UNTIL_ARCHIVED = [...LIVE, 'closed'] as const;

/** Every act on an application. Buttons, checks, tests and the manual's diagram come from this table; it holds no words. */
export const EXTENSION_LIFE = {
  prepare: { from: ['none', 'prepared'], to: 'prepared', by: ['lead_clerk'], during: ASKING, needs: ['before_deadline', 'extension_left'] },
  ask: { from: ['none', 'prepared'], to: 'pending', by: ['lead_head'], during: ASKING, needs: ['before_deadline', 'extension_left'] },
  grant: { from: ['pending'], to: 'granted', by: ['supervisor'], during: LIVE, needs: ['other_person', 'within_limits'] },
  endorse: { from: ['pending'], to: 'endorsed', by: ['supervisor'], during: LIVE, needs: ['other_person', 'beyond_limits'] },
  refuse: { from: ['pending'], to: 'refused', by: ['supervisor'], during: UNTIL_ARCHIVED, needs: ['other_person'] },
  approve: { from: ['endorsed'], to: 'granted', by: ['leader'], during: LIVE, needs: ['other_person'] },
  overrule: { from: ['endorsed'], to: 'refused', by: ['leader'], during: UNTIL_ARCHIVED, needs: ['other_person'] },
  take_back: { from: ['prepared', 'pending', 'endorsed'], to: 'taken_back', by: ['lead_head'], during: UNTIL_ARCHIVED, needs: [] },
} as const satisfies Record<string, ExtensionTransition>;

export type ExtensionAct = keyof typeof EXTENSION_LIFE;
export const EXTENSION_ACTS = Object.keys(EXTENSION_LIFE) as ExtensionAct[];
