import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { chipView, confirmView, emptyView, pageHead, stepsView, termView, type Chips, type Confirm } from '../web/view-parts.ts';
import { isWordless } from './problem-forms.ts';
import { PROBLEM_ACTS, PROBLEM_LIFE, type ProblemAct } from './problem-lifecycle.ts';
import { objectionEnds, problemRelation, whyNotProblem } from './problem-policy.ts';
import type { ProblemDetail, ProblemFilter, ProblemLine } from './problem-queries.ts';
import { PROBLEM_STATUSES } from './problem.ts';
import { problemTag } from './problem-words.ts';
import { hrefWith } from './slip-filter.ts';
import { supervisionTabs } from './supervision-tabs.ts';

/** A step of an act that was refused, so that its form is shown again with what was typed. */
export type RejectedStep = Rejected & { act: ProblemAct };

const STEP: Record<string, number> = { open: 1, disputed: 1, rectified: 2, confirmed: 3, struck_off: 4, dropped: 4 };
const STEP_WORDS = ['raise', 'rectify', 'recheck', 'strike_off'] as const;

export function problemPage(viewer: Viewer, problem: ProblemDetail, rejected: RejectedStep | null): Page {
  const { t } = viewer;
  const { acts, reasons } = actsOf(viewer, problem, rejected);
  return {
    view: 'supervision/problem',
    data: {
      title: problem.number,
      head: pageHead(t('supervision.problem.title', { number: problem.number }), {
        kicker: { label: `${problem.task.number ?? ''} ${problem.task.title}`, href: `/tasks/${String(problem.taskId)}` }, tags: [problemTag(viewer, problem)],
      }),
      steps: { label: t('supervision.problem.steps'), items: stepsView(STEP_WORDS.map((word) => t(`supervision.problem.step.${word}`)), STEP[problem.status] ?? 0) },
      description: problem.description,
      requirement: problem.requirement,
      told: toldSections(viewer, problem),
      facts: { items: factTerms(viewer, problem) },
      acts,
      reasons,
    },
  };
}

/** What was said at each step, in order. */
function toldSections({ t }: Viewer, problem: ProblemDetail) {
  const by = (id: number | null): string => problem.names.get(id ?? 0) ?? '';
  const all: [string, string | null, string][] = [
    ['objection', problem.objection, by(problem.objectedById)], ['ruling', problem.ruling, by(problem.ruledById)],
    ['rectification', problem.rectification, by(problem.rectifiedById)], ['recheck', problem.recheck, by(problem.recheckedById)],
  ];
  return all.flatMap(([name, text, who]) => (text === null ? [] : [{ heading: t(`supervision.problem.${name}`), text, who }]));
}

function factTerms(viewer: Viewer, problem: ProblemDetail) {
  const { t, calendar } = viewer;
  return [
    termView(t('supervision.field.unit'), problem.unit.shortName),
    termView(t('supervision.problem.dueOn'), problem.dueOn),
    termView(t('supervision.problem.raised'), `${problem.names.get(problem.raisedById) ?? ''} ${dayOf(problem.raisedAt)}`),
    termView(t('supervision.problem.from'), problem.verification.number, { href: `/verifications/${String(problem.verification.id)}` }),
    termView(t('supervision.problem.objection_until'), objectionEnds(problem, calendar)),
    ...(problem.closedAt === null ? [] : [termView(t('supervision.problem.struck_off'), `${problem.names.get(problem.closedById ?? 0) ?? ''} ${dayOf(problem.closedAt)}`)]),
  ];
}

/** The acts of this person's from the table; what is theirs but not possible now is told with its reason. */
function actsOf(viewer: Viewer, problem: ProblemDetail, rejected: RejectedStep | null): { acts: Confirm[]; reasons: string[] } {
  const { t, actor, today, calendar } = viewer;
  const relation = problemRelation(actor, problem);
  const mine = PROBLEM_ACTS.filter((act) => PROBLEM_LIFE[act].from === problem.status && PROBLEM_LIFE[act].by.some((by) => by === relation));
  const why = (act: ProblemAct): string | null => whyNotProblem(actor, act, problem, today, calendar);
  const shown = PROBLEM_ACTS.filter((act) => (mine.includes(act) && why(act) === null) || rejected?.act === act);
  const reasons = [...new Set(mine.flatMap((act) => why(act) ?? []))];
  return { acts: shown.map((act) => actForm(viewer, problem, act, rejected?.act === act ? rejected : null)), reasons: reasons.map((key) => t(key)) };
}

function actForm({ t }: Viewer, problem: ProblemDetail, act: ProblemAct, rejected: Rejected | null): Confirm {
  const fields = isWordless(act) ? [] : [fieldView(t, { name: 'words', label: t(`supervision.problem.act.${act}.words`), kind: 'area', rows: 4, required: true }, rejected)];
  const form = formView(t, `/problems/${String(problem.id)}/${act.replace('_', '-')}`, problem.version, rejected);
  const label = t(`supervision.problem.act.${act}`);
  return confirmView(label, t(`supervision.problem.act.${act}.consequence`), label, form, { danger: act === 'send_back', hidden: [{ name: 'version', value: String(problem.version) }], fields });
}

const hrefTo = ({ late, ...filter }: Partial<ProblemFilter>): string => hrefWith('/supervision/problems', { ...filter, late: late === true ? 1 : null });

export function problemListPage(viewer: Viewer, filter: ProblemFilter, { lines, total, unit }: { lines: ProblemLine[]; total: number; unit: string | null }): Page {
  const { t } = viewer;
  return {
    view: 'supervision/problems',
    data: {
      title: t('supervision.problems.title'),
      head: pageHead(t('supervision.problems.title'), { summary: t('supervision.count', { count: total }) }),
      tabs: supervisionTabs(viewer, 'problems'),
      chips: chipsOf(viewer, filter, unit),
      rows: lines.map((line) => ({
        href: `/problems/${String(line.id)}`, number: line.number, description: line.description, unit: line.unit.shortName, dueOn: line.dueOn, raisedOn: dayOf(line.raisedAt), status: problemTag(viewer, line),
        taskHref: `/tasks/${String(line.taskId)}`, taskTitle: line.task.title, next: t(`supervision.problem.next.${line.status}`),
      })),
      paging: paging(total, filter.page, hrefTo(filter), PAGE_SIZE),
      empty: emptyView('flag', t('supervision.problems.empty'), t('supervision.problems.empty_hint')),
    },
  };
}

function chipsOf({ t }: Viewer, filter: ProblemFilter, unit: string | null): Chips {
  const removable = (label: string | null, name: 'unit' | 'month') => (label === null ? [] : [chipView(label, hrefTo({ ...filter, page: 1, [name]: null }), { removable: true })]);
  return {
    label: t('tasks.filter.set'),
    items: [
      ...PROBLEM_STATUSES.map((status) => chipView(t(`supervision.problem.status.${status}`), hrefTo({ ...filter, page: 1, status: filter.status === status ? null : status }), { current: filter.status === status })),
      chipView(t('supervision.problem.late'), hrefTo({ ...filter, page: 1, late: !filter.late }), { current: filter.late }),
      ...removable(unit, 'unit'), ...removable(filter.month, 'month'),
    ],
  };
}
