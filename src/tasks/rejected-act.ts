import type { Rejected } from '../web/forms.ts';
import type { EndingAct } from './ending-lifecycle.ts';
import type { OverrideAct } from './override-lifecycle.ts';
import type { TaskAct } from './task-lifecycle.ts';

/** The forms about the deadline on a task's page; one may stand for several acts of a table. */
export const DEADLINE_ACTS = ['prepare_extension', 'ask_extension', 'decide_extension', 'approve_extension', 'take_back_extension', 'explain_overdue', 'answer_explanation'] as const;
export type DeadlineAct = (typeof DEADLINE_ACTS)[number];

/** Which form of a task's page was refused, so that it alone is shown again with what was typed. */
export interface RejectedAct extends Rejected { act: TaskAct | DeadlineAct | `ending_${EndingAct}` | `override_${OverrideAct}` }
