import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { Refused, type Complaint } from '../kernel/errors.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { complaintsAboutMilestones } from './milestone.ts';
import { searchable } from './task-search.ts';
import { SUPPORT_LEAD_DAYS } from './period.ts';
import type { AssignmentRole } from './task.ts';
import type { CreateTask, EditTask } from './task-forms.ts';

/** The branches that a draft asks for: one lead, every other unit once. @throws Refused */
export function wantedBranches(context: Context, input: CreateTask | EditTask): { unitId: number; role: AssignmentRole; dueOn: string }[] {
  const others = [...input.responsibleIds, ...input.supportIds];
  const complaints: Complaint[] = [];
  if (others.includes(input.leadId)) complaints.push({ key: 'tasks.error.lead_twice', field: 'responsibleIds' });
  if (new Set(others).size !== others.length) complaints.push({ key: 'tasks.error.unit_twice', field: 'supportIds' });
  if (complaints.length > 0) throw new Refused(complaints);
  const { deadline } = input;
  return [
    { unitId: input.leadId, role: 'lead', dueOn: deadline },
    ...input.responsibleIds.map((unitId) => ({ unitId, role: 'responsible' as const, dueOn: deadline })),
    // R5: the lead needs the supporting units' part before its own day.
    ...input.supportIds.map((unitId) => ({ unitId, role: 'support' as const, dueOn: addWorkingDays(deadline, -SUPPORT_LEAD_DAYS, context.calendar) })),
  ];
}

/** "All districts" is one tick: those that there are now, without a lead among them. Who is in it is fixed in the draft, and in children with the hand-over. */
export async function withAllDistricts<T extends CreateTask | EditTask>(tx: Tx, input: T): Promise<T> {
  if (input.allDistricts === undefined) return input;
  const districts = await tx.unit.findMany({ where: { kind: 'district', active: true, id: { not: input.leadId } }, select: { id: true }, orderBy: { sort: 'asc' } });
  return { ...input, districtIds: districts.map((u) => u.id) };
}

/** @throws Refused where a day lies outside the plan or a unit is not there any more */
export async function checkDraft(tx: Tx, input: CreateTask | EditTask, plan: { startsOn: string; endsOn: string }): Promise<void> {
  const complaints: Complaint[] = [];
  if (input.startOn >= input.deadline) complaints.push({ key: 'tasks.error.start_after_deadline', field: 'startOn' });
  if (input.startOn < plan.startsOn) complaints.push({ key: 'tasks.error.before_plan', values: { day: plan.startsOn }, field: 'startOn' });
  if (input.deadline > plan.endsOn) complaints.push({ key: 'tasks.error.after_plan', values: { day: plan.endsOn }, field: 'deadline' });
  complaints.push(...complaintsAboutMilestones(input.milestones ?? [], input));
  const wanted = [...new Set([input.leadId, ...input.responsibleIds, ...input.supportIds, ...input.districtIds])];
  const found = await tx.unit.findMany({ where: { id: { in: wanted }, active: true }, select: { id: true, kind: true } });
  if (found.length !== wanted.length) complaints.push({ key: 'tasks.error.unit_unknown', field: 'leadId' });
  if (input.districtIds.some((id) => found.find((u) => u.id === id)?.kind !== 'district')) complaints.push({ key: 'tasks.error.not_a_district', field: 'districtIds' });
  if (input.rollup === 'n_of_m' && input.districtIds.length > 0 && ((input.rollupNeeded ?? 0) < 1 || (input.rollupNeeded ?? 0) > input.districtIds.length)) complaints.push({ key: 'tasks.error.needed', values: { count: input.districtIds.length }, field: 'rollupNeeded' });
  if (complaints.length > 0) throw new Refused(complaints);
}

/** What the search box looks through: words of the task and the names of its units. */
export async function searchTextOf(tx: Tx, taskId: number): Promise<string> {
  const task = await tx.task.findUniqueOrThrow({
    where: { id: taskId },
    select: { number: true, title: true, citation: true, requirement: true, quote: true, assignments: { select: { unit: { select: { shortName: true, name: true, aliases: { select: { name: true } } } } } } },
  });
  return searchable(task.number, task.title, task.citation, ...task.assignments.flatMap(({ unit }) => [unit.shortName, unit.name, ...unit.aliases.map((x) => x.name)]), task.requirement, task.quote);
}
