import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import { Refused, type Complaint } from '../kernel/errors.ts';
import { resolveUnit } from '../plans/import/resolve-unit.ts';
import type { Reference } from '../plans/import/plan-reading.ts';
import { CYCLES, type Cycle } from '../tasks/task.ts';
import { parseForm } from '../web/forms.ts';

/** The columns of the desk; each row has one field of each, named "lead-17". */
export const DESK_COLUMNS = ['take', 'version', 'lead', 'responsible', 'support', 'districts', 'deadline', 'standard', 'reason'] as const;
export type DeskColumn = (typeof DESK_COLUMNS)[number];

export const deskField = (column: DeskColumn, commitmentId: number): string => `${column}-${commitmentId}`;

/** What is to become a task; units by code. */
export interface DeskOrder {
  commitmentId: number;
  lead: string;
  responsible: string[];
  support: string[];
  districts: boolean;
  deadline: string;
  standard: string;
}

/** What is not to become a task, and why not; another supervisor has to agree (R31). */
export interface DeskExemption { commitmentId: number; version: number; reason: string }

/** capReason: why units are handed more than their share of the month. */
export interface DeskOrders { issue: boolean; cycle: Cycle; capReason: string; orders: DeskOrder[]; exemptions: DeskExemption[] }

const text = z.string().trim().max(2000, 'errors.too_long').default('');

/** Reads the rows that were ticked, and those that were given a reason to be left. @throws Refused with a complaint at every field that is wrong */
export function parseDesk(body: unknown, rowIds: readonly number[], reference: Reference): DeskOrders {
  const fields = rowIds.flatMap((id) => DESK_COLUMNS.map((column) => [deskField(column, id), text] as const));
  const form = parseForm(z.strictObject({ act: z.enum(['draft', 'issue'], 'errors.invalid'), cycle: z.enum(CYCLES, 'errors.invalid'), capReason: text, ...Object.fromEntries(fields) }), body);
  const values = form as Record<string, string | undefined>;
  const complaints: Complaint[] = [];
  const ticked = rowIds.filter((id) => values[deskField('take', id)] === '1');
  const orders = ticked.map((id) => orderOf(values, id, reference, complaints));
  const exemptions = rowIds.flatMap((commitmentId) => {
    const reason = values[deskField('reason', commitmentId)] ?? '';
    return reason === '' ? [] : [{ commitmentId, reason, version: Number(values[deskField('version', commitmentId)]) }];
  });
  for (const { commitmentId } of exemptions) if (ticked.includes(commitmentId)) complaints.push({ key: 'coverage.desk.error.either', field: deskField('reason', commitmentId) });
  if (orders.length + exemptions.length === 0) complaints.push({ key: 'coverage.desk.error.none' });
  if (complaints.length > 0) throw new Refused(complaints);
  return { issue: form.act === 'issue', cycle: form.cycle, capReason: form.capReason, orders, exemptions };
}

function orderOf(values: Record<string, string | undefined>, id: number, reference: Reference, complaints: Complaint[]): DeskOrder {
  const valueOf = (column: DeskColumn): string => values[deskField(column, id)] ?? '';
  const unitsIn = (column: 'lead' | 'responsible' | 'support'): string[] => namesIn(valueOf(column)).flatMap((name) => {
    const code = resolveUnit(name, reference);
    if (code === null) complaints.push({ key: 'coverage.desk.error.unit', values: { name }, field: deskField(column, id) });
    return code === null ? [] : [code];
  });
  const [lead, ...more] = unitsIn('lead');
  if (more.length > 0) complaints.push({ key: 'coverage.desk.error.one_lead', field: deskField('lead', id) });
  if (namesIn(valueOf('lead')).length === 0) complaints.push({ key: 'tasks.error.lead_missing', field: deskField('lead', id) });
  const deadline = valueOf('deadline');
  if (!isDay(deadline)) complaints.push({ key: 'errors.not_a_day', field: deskField('deadline', id) });
  if (valueOf('standard') === '') complaints.push({ key: 'errors.required', field: deskField('standard', id) });
  const responsible = unitsIn('responsible').filter((code) => code !== lead);
  const support = unitsIn('support').filter((code) => code !== lead && !responsible.includes(code));
  return { commitmentId: id, lead: lead ?? '', responsible: [...new Set(responsible)], support: [...new Set(support)], districts: valueOf('districts') === '1', deadline, standard: valueOf('standard') };
}

const namesIn = (value: string): string[] => value.split(/[、，,;；\s]/).map((name) => name.trim()).filter((name) => name !== '');
