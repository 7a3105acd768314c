import { whyNotEntry } from '../../src/circulars/entry-objection-policy.ts';
import { whyNotPublish } from '../../src/circulars/circular-policy.ts';
import { whyNotAdopt } from '../../src/circulars/rule-set-policy.ts';
import { whyNotDecide } from '../../src/parameters/parameter-set-policy.ts';
import { whyNot as whyNotCommitment } from '../../src/coverage/commitment-policy.ts';
import { whyNotCoordination } from '../../src/filings/coordination-policy.ts';
import { whyNotFiling, type FilingFacts } from '../../src/filings/filing-policy.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { whyNotEscalate } from '../../src/supervision/escalation-policy.ts';
import { whyNotFinding } from '../../src/supervision/finding-policy.ts';
import { whyNotInstruction } from '../../src/supervision/instruction-policy.ts';
import type { ProblemAct } from '../../src/supervision/problem-lifecycle.ts';
import { whyNotProblem } from '../../src/supervision/problem-policy.ts';
import { whyNotBranch, type BranchFacts } from '../../src/tasks/assignment-policy.ts';
import { whyNotEnding } from '../../src/tasks/ending-policy.ts';
import { whyNotExplanation } from '../../src/tasks/explanation-policy.ts';
import type { ExtensionAct } from '../../src/tasks/extension-lifecycle.ts';
import { whyNotExtension } from '../../src/tasks/extension-policy.ts';
import { whyNotMilestone } from '../../src/tasks/milestone-policy.ts';
import { whyNotOverride } from '../../src/tasks/override-policy.ts';
import type { TaskAct } from '../../src/tasks/task-lifecycle.ts';
import { whyNot, type TaskFacts } from '../../src/tasks/task-policy.ts';

const TODAY = '2023-06-15';
const DAYS = new Map<string, boolean>();
const DONE = instantAt('2023-05-10');

/** One place where somebody else has to decide: whether this person may, where that account took the step before. */
export interface Check {
  /** The policy that asks. */
  file: string;
  title: string;
  as: 'supervisor' | 'leader' | 'head';
  why: (actor: Actor, step: number) => unknown;
}

const NOTHING = { slips_answered: 0, coordinations_ended: 0, findings_decided: 0, problems_ended: 0, instructions_closed: 0, objections_decided: 0 };
const task = (more: Partial<TaskFacts> = {}): TaskFacts => ({
  status: 'submitted', deadline: '2023-12-31', submittedById: null, assignments: [], parentAssignments: [], extensions: [], filingsInReview: 0, endings: [], liveChildren: 0, findingsUntil: null, unsettled: NOTHING, ...more,
});
const branch = (more: Partial<BranchFacts>): BranchFacts => ({
  stage: 'objected', role: 'support', unitId: 0, leadUnitId: 0, taskStatus: 'underway', objectionEnds: null, hasObjected: true, objectedById: null, dueOn: '2023-08-01', deadline: '2023-08-31', wishById: null, filingsInReview: 0, ...more,
});
const filing = (step: number, more: Partial<FilingFacts> = {}): FilingFacts => ({
  stage: 'submitted', writerIds: [step], unitId: 0, signedAt: DONE, periodFrom: '2023-05-01', taskStatus: 'underway', leadUnitIds: [0], taskLeadUnitId: 0, role: 'support', leadReturnedRound: null, ...more,
});
const extension = (act: ExtensionAct, status: string, who: Partial<Record<'askedById' | 'draftedById' | 'endorsedById', number>>, toDeadline = '2024-01-31') => (actor: Actor): unknown =>
  whyNotExtension(actor, act, { ...task(), originalDeadline: '2023-12-31', extensions: [{ status, askedById: 0, draftedById: null, endorsedById: null, fromDeadline: '2023-12-31', toDeadline, ...who }] }, TODAY);
const problem = (act: ProblemAct, status: string, who: Partial<Record<'raisedById' | 'objectedById' | 'rectifiedById' | 'recheckedById', number>>) => (actor: Actor): unknown =>
  whyNotProblem(actor, act, { status, unitId: 0, raisedAt: DONE, raisedById: 0, objectedById: null, rectifiedById: null, recheckedById: null, ...who }, TODAY, DAYS);
const ending = (act: TaskAct) => (actor: Actor, step: number): unknown => whyNot(actor, act, task({ endings: [{ kind: act, status: 'pending', proposedById: step }] }), TODAY);
const slip = (kind: 'urge' | 'notice', issuedOn: string) => ({ id: 1, number: kind, kind, ground: 'deadline', groundDay: '2023-03-31', issuedAt: instantAt(issuedOn), replyDueOn: '2023-05-31', repliedAt: null });
const talk = (recordedById: number) => ({ kind: 'talk', ground: 'deadline', groundDay: '2023-03-31', recordedById });
const circular = (step: number) => ({ status: 'shown', drawnUpById: step, objectUntil: '2023-06-14', objections: [] });
const entry = (drawnUpById: number, objectedById: number) => ({ circular: circular(drawnUpById), unitId: 0, objection: { status: 'open', objectedById } });

const OVER_TASKS: Check[] = [
  ...(['close', 'return', 'close_phase'] as const).map((act): Check => ({ file: 'tasks/task-policy.ts', title: `${act} what was handed in`, as: 'supervisor', why: (actor, step) => whyNot(actor, act, task({ submittedById: step }), TODAY) })),
  ...(['withdraw', 'merge', 'make_standing'] as const).flatMap((act) => (['supervisor', 'leader'] as const).map((as): Check => ({ file: 'tasks/task-policy.ts', title: `${act} as was proposed`, as, why: ending(act) }))),
  ...(['confirm', 'refuse'] as const).map((act): Check => ({ file: 'tasks/ending-policy.ts', title: `${act} a proposed ending`, as: 'leader', why: (actor, step) => whyNotEnding(actor, act, { status: 'pending', proposedById: step }) })),
  ...(['agree', 'decline'] as const).map((act): Check => ({ file: 'tasks/override-policy.ts', title: `${act} to a light by hand`, as: 'supervisor', why: (actor, step) => whyNotOverride(actor, act, { taskStatus: 'underway', overrides: [{ status: 'proposed', proposedById: step }] }) })),
  ...(['dismiss', 'relieve', 'recast', 'reassign'] as const).map((act): Check => ({ file: 'tasks/assignment-policy.ts', title: `${act} an objection to the assignment`, as: 'supervisor', why: (actor, step) => whyNotBranch(actor, act, branch({ objectedById: step }), TODAY) })),
  { file: 'tasks/assignment-policy.ts', title: 'decide a branch\'s later day', as: 'head', why: (actor, step) => whyNotBranch(actor, 'decide_due', branch({ stage: 'signed', leadUnitId: actor.unitId, wishById: step }), TODAY) },
  ...(['confirm', 'send_back'] as const).map((act): Check => ({ file: 'tasks/milestone-policy.ts', title: `${act} a milestone`, as: 'supervisor', why: (actor, step) => whyNotMilestone(actor, act, task(), { status: 'reported', reportedById: step }) })),
  { file: 'tasks/explanation-policy.ts', title: 'answer an explanation', as: 'supervisor', why: (actor, step) => whyNotExplanation(actor, 'answer', { ...task(), explanations: [{ status: 'open', explainedById: step, rectifyBy: null }] }, TODAY) },
  ...(['grant', 'refuse'] as const).flatMap((act) => (['askedById', 'draftedById'] as const).map((who): Check => ({ file: 'tasks/extension-policy.ts', title: `${act} an extension (${who})`, as: 'supervisor', why: (actor, step) => extension(act, 'pending', { [who]: step })(actor) }))),
  { file: 'tasks/extension-policy.ts', title: 'endorse an extension', as: 'supervisor', why: (actor, step) => extension('endorse', 'pending', { askedById: step }, '2024-12-31')(actor) },
  ...(['approve', 'overrule'] as const).map((act): Check => ({ file: 'tasks/extension-policy.ts', title: `${act} an endorsed extension`, as: 'leader', why: (actor, step) => extension(act, 'endorsed', { endorsedById: step })(actor) })),
];

const OVER_REPORTS: Check[] = [
  ...(['accept', 'return'] as const).map((act): Check => ({ file: 'filings/filing-policy.ts', title: `${act} a report`, as: 'supervisor', why: (actor, step) => whyNotFiling(actor, act, filing(step), TODAY) })),
  { file: 'filings/filing-policy.ts', title: 'send a supporting unit\'s report back', as: 'head', why: (actor, step) => whyNotFiling(actor, 'lead_return', filing(step, { leadUnitIds: [actor.unitId], taskLeadUnitId: actor.unitId }), TODAY) },
  { file: 'filings/coordination-policy.ts', title: 'answer a matter to be coordinated', as: 'supervisor', why: (actor, step) => whyNotCoordination(actor, 'answer', { status: 'open', unitId: 0, owner: 'supervisor', ownerUnitId: null, raisedById: step, answeredById: null }) },
  ...(['settle', 'reopen'] as const).map((act): Check => ({ file: 'filings/coordination-policy.ts', title: `${act} a matter that was answered`, as: 'head', why: (actor, step) => whyNotCoordination(actor, act, { status: 'answered', unitId: actor.unitId, owner: 'supervisor', ownerUnitId: null, raisedById: 0, answeredById: step }) })),
  { file: 'coverage/commitment-policy.ts', title: 'confirm that a commitment is not decomposed', as: 'supervisor', why: (actor, step) => whyNotCommitment(actor, 'confirm', { state: 'gap', decision: 'not_decomposed', decidedById: step, approvedById: null, target: null }) },
];

const OVER_INSPECTION: Check[] = [
  ...(['uphold', 'dismiss'] as const).flatMap((act) => (['objectedById', 'raisedById'] as const).map((who): Check => ({ file: 'supervision/problem-policy.ts', title: `${act} an objection to a problem (${who})`, as: 'supervisor', why: (actor, step) => problem(act, 'disputed', { [who]: step })(actor) }))),
  ...(['confirm', 'send_back'] as const).map((act): Check => ({ file: 'supervision/problem-policy.ts', title: `${act} what was rectified`, as: 'supervisor', why: (actor, step) => problem(act, 'rectified', { rectifiedById: step })(actor) })),
  ...(['rectifiedById', 'recheckedById'] as const).map((who): Check => ({ file: 'supervision/problem-policy.ts', title: `strike a problem off (${who})`, as: 'supervisor', why: (actor, step) => problem('strike_off', 'confirmed', { [who]: step })(actor) })),
  ...(['uphold', 'dismiss'] as const).flatMap((act) => [true, false].map((finder): Check => ({
    file: 'supervision/finding-policy.ts', title: `${act} an objection to a finding (${finder ? 'finder' : 'objector'})`, as: 'supervisor',
    why: (actor, step) => whyNotFinding(actor, act, { unitId: 0, recordedAt: DONE, objectUntil: null, recordedById: finder ? step : 0, objection: { status: 'open', objectedById: finder ? 0 : step } }, TODAY, DAYS),
  }))),
  ...(['close', 'send_back'] as const).flatMap((act) => (['supervisor', 'leader'] as const).map((as): Check => ({
    file: 'supervision/instruction-policy.ts', title: `${act} an instruction that was reported on`, as, why: (actor, step) => whyNotInstruction(actor, act, { status: 'replied', unitId: 0, leaderId: actor.onBehalfOf?.accountId ?? actor.accountId, repliedById: step }),
  }))),
  { file: 'supervision/escalation-policy.ts', title: 'criticise after a talk', as: 'supervisor', why: (actor, step) => whyNotEscalate(actor, 'criticism', {
    status: 'underway', turn: 'lead', unitId: 7, ground: { kind: 'deadline', day: '2023-03-31' }, slips: [slip('urge', '2023-05-10'), slip('notice', '2023-05-20')], slipsThisMonth: 0, slipCap: 12, rectifyBy: null, verifiedOn: '2023-06-01', escalations: [talk(step)],
  }, TODAY) },
];

const OVER_CIRCULARS: Check[] = (['supervisor', 'leader'] as const).flatMap((as): Check[] => [
  { file: 'circulars/circular-policy.ts', title: 'publish a circular', as, why: (actor, step) => whyNotPublish(actor, circular(step), TODAY) },
  { file: 'parameters/parameter-set-policy.ts', title: 'adopt parameters', as, why: (actor, step) => whyNotDecide(actor, 'adopt', { status: 'proposed', proposedById: step }) },
  { file: 'circulars/rule-set-policy.ts', title: 'adopt rules', as, why: (actor, step) => whyNotAdopt(actor, { status: 'draft', madeById: step }) },
]).concat((['uphold', 'dismiss'] as const).flatMap((act): Check[] => [
  { file: 'circulars/entry-objection-policy.ts', title: `${act} an objection to a circular one drew up`, as: 'supervisor', why: (actor, step) => whyNotEntry(actor, act, entry(step, 0), TODAY) },
  { file: 'circulars/entry-objection-policy.ts', title: `${act} an objection to a circular by the objector`, as: 'supervisor', why: (actor, step) => whyNotEntry(actor, act, entry(0, step), TODAY) },
]));

/** Every place where four eyes are asked for. */
export const CHECKS: readonly Check[] = [...OVER_TASKS, ...OVER_REPORTS, ...OVER_INSPECTION, ...OVER_CIRCULARS];
