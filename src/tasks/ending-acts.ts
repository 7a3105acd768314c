import type { Wish } from './act-wish.ts';
import { ENDING_KINDS } from './task-ending.ts';
import type { TaskAct } from './task-lifecycle.ts';

/** Where the acts that end a task, or let it stand, are sent to, below /tasks/:id. */
export const ENDING_PATHS: Partial<Record<TaskAct, string>> = {
  close_phase: 'phase-closing', suspend: 'suspension', resume: 'resumption', propose_ending: 'ending', end_standing: 'standing-ending', archive: 'archiving',
};

export const ENDING_FORMS: Partial<Record<TaskAct, Wish[]>> = {
  close_phase: [
    { name: 'title', kind: 'text', required: true }, { name: 'standard', kind: 'area', required: true },
    { name: 'nextRequirement', kind: 'area', required: true }, { name: 'nextDueOn', kind: 'date', required: true },
  ],
  suspend: [{ name: 'reason', kind: 'area', required: true }, { name: 'lookAgainOn', kind: 'date', required: true }],
  resume: [{ name: 'addDays', kind: 'checkbox', required: false }, { name: 'note', kind: 'area', required: false }],
  propose_ending: [
    { name: 'kind', kind: 'choice', required: true, choices: ENDING_KINDS, words: 'tasks.ending_kind' },
    { name: 'reason', kind: 'area', required: true }, { name: 'survivor', kind: 'text', required: false },
  ],
  end_standing: [{ name: 'deadline', kind: 'date', required: true }, { name: 'reason', kind: 'area', required: true }],
  archive: [],
};

/** Acts that take something from a unit or from the plan's coverage stand out. */
export const GRAVE_ACTS: ReadonlySet<TaskAct> = new Set(['return', 'suspend', 'propose_ending']);
