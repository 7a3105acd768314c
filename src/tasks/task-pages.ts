import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import type { LoggedEvent } from '../audit/audit-queries.ts';
import { lightOn } from '../lights/turning-days.ts';
import { expectedOn } from '../lights/expected-progress.ts';
import { sentencePermalink } from '../plans/plan.ts';
import type { Page } from '../web/answer.ts';
import { progressBar } from '../web/charts/progress-bar.ts';
import { lightView, pageHead, tagView, termView, type Tag } from '../web/view-parts.ts';
import { statusTag } from './ledger-line.ts';
import { foundTerm } from './found-term.ts';
import { lateTryNote } from './late-try.ts';
import { isLive } from './task.ts';
import { seesEveryDistrict } from './task-policy.ts';
import { deadlineForms } from './deadline-acts.ts';
import { explanationLines, extensionLines } from './deadline-view.ts';
import type { DistrictView, SummedTask } from './district-queries.ts';
import { rollUpSection, shareActions, shareWords, wholeSection } from './district-view.ts';
import { milestoneSection } from './milestone-view.ts';
import { endingBox, endNotes, phaseLines } from './ending-view.ts';
import { lightOfTask, overrideBox } from './override-view.ts';
import type { RejectedAct } from './rejected-act.ts';
import { actForms, headActions, nextWords } from './task-acts.ts';
import { taskBall, waitingTag } from './task-ball.ts';
import { courseOfRow } from './task-course.ts';
import type { TaskDetail } from './task-queries.ts';
import { taskTimeline } from './task-timeline.ts';
import { branchLines, deadlineTerms, taskLight } from './task-view.ts';
import { waitingFor, waitingWords } from './waiting-words.ts';
import { turnView } from './turn-words.ts';

export interface TaskPageData {
  task: TaskDetail;
  events: LoggedEvent[];
  names: Map<number, string>;
  /** The districts' sum, where the task has districts; the whole, where it is a district's part. */
  summed: SummedTask | null;
  whole: DistrictView | null;
}

export function taskPage(viewer: Viewer, { task, events, names, summed, whole }: TaskPageData, rejected: RejectedAct | null = null): Page {
  const { t, today } = viewer;
  const light = taskLight(viewer, task);
  const shown = lightOfTask(viewer, task, light.view);
  const source = task.sources[0]?.sentence;
  const expected = isLive(task.status) ? expectedOn(courseOfRow(task), today) : null;
  return {
    view: 'tasks/show',
    data: {
      title: task.title,
      head: pageHead(task.title, {
        kicker: { label: task.number ?? t('tasks.ledger.no_number'), href: null },
        light: shown.light, tags: [...(shown.mark === null ? [] : [shown.mark]), statusTag(viewer, task.status), ...waitingTag(viewer, task), ...phaseTags(viewer, task)], summary: nextWords(viewer, task), actions: [...headActions(viewer, task), ...shareActions(viewer, task)],
      }),
      why: light.why,
      quote: { text: task.quote, citation: task.citation, href: source === undefined ? null : sentencePermalink(source) },
      whole: wholeSection(viewer, task, whole, seesWhole(viewer, task)),
      rollUp: rollUpSection(viewer, summed),
      requirement: task.requirement,
      standard: task.standard,
      completion: task.completion,
      returnReason: task.returnReason,
      facts: { items: factTerms(viewer, task, names) },
      progress: progressBar(task.progress, expected),
      branches: branchLines(viewer, task),
      branchesHref: task.number === null ? null : `/tasks/${task.id}/branches`,
      waiting: waitingWords(viewer, waitingFor(task, today)),
      children: childLines(viewer, task, summed),
      extensions: extensionLines(viewer, task, names),
      lateTry: lateTryNote(viewer, events),
      notes: endNotes(viewer, task, names),
      ending: endingBox(viewer, task, names, rejected),
      phases: phaseLines(viewer, task, names),
      override: overrideBox(viewer, task, names, rejected),
      explanations: explanationLines(viewer, task, names),
      section: milestoneSection(viewer, task),
      acts: [...actForms(viewer, task, rejected), ...deadlineForms(viewer, task, rejected)],
      timeline: { items: taskTimeline(viewer, events) },
      ball: taskBall(viewer, task),
    },
  };
}

const phaseTags = ({ t }: Viewer, task: TaskDetail): Tag[] => (task.phases.length === 0 || !isLive(task.status) ? [] : [tagView(t('tasks.phase.tag', { count: task.phases.length }), 'ok')]);

function factTerms(viewer: Viewer, task: TaskDetail, names: Map<number, string>) {
  const { t, today } = viewer;
  const turn = turnView(t, { turn: task.turn, turnUnit: task.turnUnit?.shortName ?? null, turnSince: task.turnSince }, today);
  return [
    termView(t('tasks.field.turn'), turn.label),
    ...foundTerm(viewer, task),
    ...deadlineTerms(viewer, task),
    termView(t('tasks.field.start'), task.startOn),
    termView(t('tasks.field.cycle'), t(`tasks.cycle.${task.cycle}`)),
    termView(t('tasks.field.issued'), task.issuedAt === null ? null : dayOf(task.issuedAt)),
    ...(task.closedOn === null ? [] : [termView(t('tasks.field.closed'), task.closedOn)]),
    termView(t('tasks.field.supervisor'), names.get(task.supervisorId) ?? null, { note: task.contact === '' ? null : task.contact }),
  ];
}

/** A district does not get to see the whole's page, which tells of the others. */
const seesWhole = ({ actor }: Viewer, task: TaskDetail): boolean =>
  ['supervisor', 'inspector', 'leader'].includes(actor.role) || task.parentAssignments.some((a) => a.unitId === actor.unitId);

function childLines(viewer: Viewer, task: TaskDetail, summed: SummedTask | null) {
  const all = seesEveryDistrict(viewer.actor, task);
  return task.children.filter((c) => all || c.leadUnitId === viewer.actor.unitId).sort((a, b) => (a.leadUnit?.sort ?? 0) - (b.leadUnit?.sort ?? 0)).map((child) => ({
    href: `/tasks/${child.id}`,
    number: child.number ?? '',
    unit: child.leadUnit?.shortName ?? '',
    status: statusTag(viewer, child.status),
    light: lightView(viewer.t, lightOn(child, viewer.today)),
    progress: progressBar(child.progress, isLive(child.status) ? expectedOn(courseOfRow(child), viewer.today) : null),
    share: shareWords(viewer.t, summed, child.id),
    deadline: child.deadline,
    originalDeadline: child.originalDeadline === child.deadline ? null : child.originalDeadline,
  }));
}
