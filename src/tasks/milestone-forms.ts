import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import { MILESTONE_ROWS, type MilestoneWish } from './milestone.ts';

const LONGEST_TITLE = 80;
const cell = z.string().trim().max(LONGEST_TITLE, 'errors.too_long').default('');
const numbers = Array.from({ length: MILESTONE_ROWS.most }, (_x, i) => i + 1);
type Cells = Record<string, string | undefined>;

/** The lines of a form's milestones: three fields each and a tick, empty ones are left out. */
// Their names are counted and not known to the types; whoever parses them hands the lines to withMilestones.
export const milestoneFields: object = Object.fromEntries(numbers.flatMap((n) => ['Day', 'Title', 'Percent', 'Binding'].map((part) => [`milestone${part}${n}`, cell] as const)));

const isField = (name: string): boolean => Object.hasOwn(milestoneFields, name);

/** Takes the lines out of a parsed form and puts the milestones in their place; a line that is begun must be whole. */
export function withMilestones<F extends object>(form: F, refuse: (field: string, message: string) => void): F & { milestones: MilestoneWish[] } {
  const cells: Cells = Object.fromEntries<string | undefined>(Object.entries(form).filter(([name]) => isField(name)));
  const rest = Object.fromEntries(Object.entries(form).filter(([name]) => !isField(name))) as F;
  return { ...rest, milestones: numbers.flatMap((row) => lineOf(cells, row, refuse)) };
}

function lineOf(cells: Cells, row: number, refuse: (field: string, message: string) => void): MilestoneWish[] {
  const [day = '', title = '', percent = ''] = ['Day', 'Title', 'Percent'].map((part) => cells[`milestone${part}${row}`]);
  if (day === '' && title === '' && percent === '') return [];
  const figure = /^[0-9]{1,3}$/.test(percent) ? Number(percent) : 0;
  const wrong = [
    ...(isDay(day) ? [] : [['Day', 'errors.not_a_day'] as const]), ...(title === '' ? [['Title', 'errors.required'] as const] : []),
    ...(figure < 1 || figure > 100 ? [['Percent', 'tasks.error.milestone_percent'] as const] : []),
  ];
  for (const [part, message] of wrong) refuse(`milestone${part}${row}`, message);
  return wrong.length > 0 ? [] : [{ row, day, title, percent: figure, binding: (cells[`milestoneBinding${row}`] ?? '') !== '' }];
}

const version = z.coerce.number().int('errors.invalid');
const text = z.string().trim().min(1, 'errors.required').max(2000, 'errors.too_long');

export const milestoneChangeForm = z.strictObject({ version, reason: text, ...milestoneFields })
  .transform((form, ctx) => withMilestones(form, (field, message) => { ctx.addIssue({ code: 'custom', path: [field], message }); }));
export const milestoneReportForm = z.strictObject({ version, doneOn: z.string().trim().refine(isDay, 'errors.not_a_day'), remark: text });

export interface MilestoneChange { version: number; reason: string; milestones: MilestoneWish[] }
export type MilestoneReport = z.output<typeof milestoneReportForm>;
