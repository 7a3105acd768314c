import type { Viewer } from '../kernel/viewer.ts';
import { periodWords } from '../audit/period-words.ts';
import { evaluate } from '../lights/light.ts';
import { lightRulesOn, rulesOn } from '../lights/light-rules.ts';
import { whyLight } from '../lights/light-words.ts';
import { lateness, timelinessOn } from '../lights/timeliness.ts';
import { dayOf } from '../kernel/clock.ts';
import { lightView, tagView, termView } from '../web/view-parts.ts';
import { isObjected } from './assignment.ts';
import { branchFacts, reportOf, type Branch, type TaskFrame } from './branch-facts.ts';
import { lightFactsOf } from './light-facts.ts';
import type { TaskDetail } from './task-queries.ts';

const frame = (task: TaskDetail): TaskFrame => task as unknown as TaskFrame;
const branch = (assignment: TaskDetail['assignments'][number]): Branch => assignment as unknown as Branch;

const factsOfBranch = (viewer: Viewer, task: TaskDetail, assignment: TaskDetail['assignments'][number]) =>
  branchFacts(frame(task), branch(assignment), reportOf(frame(task), branch(assignment), viewer.calendar));

/** The light of a task with the rule that gave it, evaluated from the facts and not from the stored turning days. */
export function taskLight(viewer: Viewer, task: TaskDetail) {
  const rulesFor = rulesOn(viewer.parameters, viewer.today);
  const facts = lightFactsOf(task, new Map(task.assignments.map((a) => [a.id, factsOfBranch(viewer, task, a)])), rulesFor);
  if (facts === null) return { view: lightView(viewer.t, 'grey'), why: viewer.t('lights.why.not_live') };
  const verdict = evaluate(facts, viewer.today, rulesFor(facts));
  const why = whyLight(viewer.t, verdict);
  const word = task.closedOn === null ? {} : { word: viewer.t('tasks.light.closed') };
  return { view: lightView(viewer.t, verdict.light, { pending: task.extensionPending, why, ...word }), why };
}

/** Each unit's branch: signed, last report, light of its own. */
export function branchLines(viewer: Viewer, task: TaskDetail) {
  const { t, today } = viewer;
  const rulesFor = rulesOn(viewer.parameters, today);
  return task.assignments.map((a) => {
    const facts = factsOfBranch(viewer, task, a);
    const report = reportOf(frame(task), branch(a), viewer.calendar);
    const verdict = evaluate(facts, today, rulesFor(facts));
    return {
      unit: a.unit.shortName,
      unitHref: `/units/${a.unit.id}`,
      own: a.unitId === viewer.actor.unitId,
      role: t(`tasks.role.${a.role}`),
      signed: a.signedAt === null ? null : dayOf(a.signedAt),
      objected: isObjected(a) ? tagView(t('tasks.branch_stage.objected'), 'bad') : null,
      dueOn: a.dueOn,
      filedThrough: report.filedThrough === null ? null : periodWords(t, report.filedThrough),
      next: facts.live && report.next !== null ? t('tasks.branch.next', { period: periodWords(t, report.next.period), due: report.next.dueOn }) : null,
      light: lightView(t, verdict.light, { why: whyLight(t, verdict) }),
      filingsHref: `/tasks/${task.id}/filings`,
    };
  });
}

/** Both deadlines and the lateness against each, in working days (R12). */
export function deadlineTerms(viewer: Viewer, task: TaskDetail) {
  const { t, today, calendar } = viewer;
  const facts = { ...task, waitingSince: task.status === 'submitted' && task.submittedAt !== null ? dayOf(task.submittedAt) : null };
  const late = lateness(facts, today, calendar);
  const timeliness = timelinessOn(facts, today, lightRulesOn(viewer.parameters, today));
  const note = late.adjusted > 0 && (timeliness === 'overdue' || timeliness === 'closed_late') ? t('tasks.deadline.late', { days: late.adjusted }) : timeliness === 'none' ? null : t(`tasks.timeliness.${timeliness}`);
  const moved = task.originalDeadline !== task.deadline;
  return [
    termView(t('tasks.field.deadline'), task.deadline, { note }),
    ...(moved ? [termView(t('tasks.field.original_deadline'), task.originalDeadline, { note: late.original > 0 ? t('tasks.deadline.late', { days: late.original }) : null })] : []),
  ];
}
