import { holderOfPost, sameEyes } from '../kernel/actor.ts';
import { dayOf } from '../kernel/clock.ts';
import type { FindingObjectionWhereInput, InstructionWhereInput, LightOverrideWhereInput, ProblemWhereInput } from '../kernel/db/client.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { PROBLEM_ACTS, PROBLEM_LIFE, type ProblemNeed, type ProblemTransition } from '../supervision/problem-lifecycle.ts';
import { LIVE_STATUSES } from '../tasks/task.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile } from './desk-pile.ts';

// What units have answered waits for whoever oversees them as much as reports do; their four eyes are the acts' own.

const waitedWords = ({ t, today, calendar }: Viewer, since: Date): string => t('desk.row.waiting_working', { days: workingDaysBetween(dayOf(since), today, calendar) });

/** Where each need of the table is written down. */
const EYES: Record<Exclude<ProblemNeed, 'objection_term'>, string> = { not_rectifier: 'rectifiedById', not_rechecker: 'recheckedById', not_raiser: 'raisedById', not_objector: 'objectedById' };

/** The problems of which a step is this person's by the table: a ruling, a recheck, the striking off. */
function problemSteps({ actor }: Viewer): ProblemWhereInput {
  const rows: readonly ProblemTransition[] = PROBLEM_ACTS.map((act) => PROBLEM_LIFE[act]);
  const others = (need: ProblemNeed): [string, { notIn: number[] }][] => (need === 'objection_term' ? [] : [[EYES[need], { notIn: sameEyes(actor) }]]);
  return { OR: rows.filter((row) => row.by.some((by) => by === actor.role)).map((row) => ({ status: row.from, ...Object.fromEntries(row.needs.flatMap(others)) })) };
}

/** 问题清单 after the unit has answered: objections, what was rectified, what was found good and is still on the list. */
export const problemStepPile: DeskPile = {
  ...pileLook({ name: 'problem_step', icon: 'flag', tone: 'info', waits: true, rare: true }),
  href: () => ownList('problem_step'),
  count: ({ db }, viewer) => db.problem.count({ where: problemSteps(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const { t } = viewer;
    const rows = await db.problem.findMany({ where: problemSteps(viewer), orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], skip, take, include: { unit: { select: { shortName: true } } } });
    return rows.map((p) => pileRow(p.description, `/problems/${p.id}`, {
      number: p.number, meta: [p.unit.shortName, t(`supervision.problem.status.${p.status}`), ...(p.status === 'rectified' && p.rectifiedAt !== null ? [waitedWords(viewer, p.rectifiedAt)] : [])],
      action: actionView(t(`desk.act.problem_${p.status}`), `/problems/${p.id}`, { look: 'outline-primary' }),
    }));
  },
};

const disputedFindings = ({ actor }: Viewer): FindingObjectionWhereInput =>
  ({ status: 'open', objectedById: { notIn: sameEyes(actor) }, verification: { recordedById: { notIn: sameEyes(actor) } } });

/** Objections to what was found: a second inspector or a supervisor rules on them. */
export const findingPile: DeskPile = {
  ...pileLook({ name: 'finding', icon: 'quote', tone: 'warn', waits: true, rare: true }),
  href: () => ownList('finding'),
  count: ({ db }, viewer) => db.findingObjection.count({ where: disputedFindings(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const rows = await db.findingObjection.findMany({
      where: disputedFindings(viewer), orderBy: { id: 'asc' }, skip, take,
      include: { verification: { select: { id: true, number: true, unit: { select: { shortName: true } }, task: { select: { title: true } } } } },
    });
    return rows.map(({ reason, objectedAt, verification: v }) => pileRow(v.task.title, `/verifications/${v.id}`, {
      number: v.number, meta: [v.unit.shortName, reason, waitedWords(viewer, objectedAt)], action: actionView(viewer.t('desk.act.rule'), `/verifications/${v.id}`, { look: 'outline-primary' }),
    }));
  },
};

/** Of a leader, or who stands in for one, the own instructions only. */
const answeredInstructions = ({ actor }: Viewer): InstructionWhereInput =>
  ({ status: 'replied', repliedById: { notIn: sameEyes(actor) }, ...(actor.role === 'leader' ? { leaderId: holderOfPost(actor) } : {}) });

/** 批示 on which the unit has reported: closed, or sent back. */
export const answeredInstructionPile: DeskPile = {
  ...pileLook({ name: 'answered_instruction', icon: 'sign', tone: 'info', waits: true, rare: true }),
  href: () => ownList('answered_instruction'),
  count: ({ db }, viewer) => db.instruction.count({ where: answeredInstructions(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const rows = await db.instruction.findMany({ where: answeredInstructions(viewer), orderBy: [{ repliedAt: 'asc' }, { id: 'asc' }], skip, take, include: { unit: { select: { shortName: true } } } });
    return rows.map((i) => pileRow(i.text, `/instructions/${i.id}`, {
      number: i.number, meta: [i.unit.shortName, ...(i.repliedAt === null ? [] : [waitedWords(viewer, i.repliedAt)])], action: actionView(viewer.t('desk.act.review'), `/instructions/${i.id}`, { look: 'outline-primary' }),
    }));
  },
};

const proposedLights = ({ actor }: Viewer): LightOverrideWhereInput =>
  ({ status: 'proposed', proposedById: { notIn: sameEyes(actor) }, task: { status: { in: [...LIVE_STATUSES] }, AND: [visibleTo(actor)] } });

/** Lights that an inspector would have set by hand (R20). */
export const proposedLightPile: DeskPile = {
  ...pileLook({ name: 'proposed_light', icon: 'eye', waits: true, rare: true }),
  href: () => ownList('proposed_light'),
  count: ({ db }, viewer) => db.lightOverride.count({ where: proposedLights(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const { t } = viewer;
    const rows = await db.lightOverride.findMany({ where: proposedLights(viewer), orderBy: { id: 'asc' }, skip, take, include: { task: { select: { id: true, number: true, title: true } } } });
    return rows.map((o) => pileRow(o.task.title, `/tasks/${o.task.id}`, {
      number: o.task.number, meta: [t('desk.row.proposed_light', { light: t(`shell.light.${o.light}`), day: o.expiresOn }), o.reason, waitedWords(viewer, o.proposedAt)],
      action: actionView(t('desk.act.decide_light'), `/tasks/${o.task.id}`, { look: 'outline-primary' }),
    }));
  },
};
