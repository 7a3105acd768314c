import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import type { MilestoneWish } from './milestone.ts';
import { milestoneFields, withMilestones } from './milestone-forms.ts';
import { CYCLES, ROLLUPS } from './task.ts';

const day = z.string().trim().refine(isDay, 'errors.not_a_day');
const version = z.coerce.number().int('errors.invalid');
const text = (max: number) => z.string().trim().min(1, 'errors.required').max(max, 'errors.too_long');
const optionalText = (max: number) => z.string().trim().max(max, 'errors.too_long').default('');
/** A list of ids: nothing, one value or several of the same name. */
const ids = z.union([z.array(z.string()), z.string()]).optional()
  .transform((v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]).filter((s) => s !== '').map(Number))
  .pipe(z.array(z.number('errors.invalid').int('errors.invalid')).max(200, 'errors.invalid'));

/** What the districts count in and are summed to. */
const figure = z.string().trim().regex(/^(?:[0-9]{1,12}(?:\.[0-9]{1,4})?)?$/, 'errors.not_a_number').transform((s) => (s === '' ? null : Number(s)));
const count = z.string().trim().regex(/^[0-9]{0,3}$/, 'errors.not_a_number').transform((s) => (s === '' ? null : Number(s)));

const DRAFT = {
  title: text(120),
  requirement: text(4000),
  standard: text(2000),
  contact: optionalText(200),
  startOn: day,
  deadline: day,
  cycle: z.enum(CYCLES, 'errors.invalid'),
  leadId: z.coerce.number('tasks.error.lead_missing').int('tasks.error.lead_missing').min(1, 'tasks.error.lead_missing'),
  responsibleIds: ids,
  supportIds: ids,
  districtIds: ids,
  rollup: z.enum(ROLLUPS, 'errors.invalid').default('all'),
  allDistricts: z.literal('1', 'errors.invalid').optional(),
  valueUnit: z.string().trim().max(20, 'errors.too_long').optional(),
  valueTarget: figure.optional(),
  rollupNeeded: count.optional(),
};

const createFields = z.strictObject({ ...DRAFT, sentenceIds: ids, commitmentIds: ids.optional() });
const editFields = z.strictObject({ ...DRAFT, version });
interface Milestones { milestones?: MilestoneWish[] }
export type CreateTask = z.output<typeof createFields> & Milestones;
export type EditTask = z.output<typeof editFields> & Milestones;

const refusing = (ctx: z.RefinementCtx) => (field: string, message: string): void => { ctx.addIssue({ code: 'custom', path: [field], message }); };
export const createTaskForm = createFields.extend(milestoneFields).transform((form, ctx): CreateTask => withMilestones(form, refusing(ctx)));
export const editTaskForm = editFields.extend(milestoneFields).transform((form, ctx): EditTask => withMilestones(form, refusing(ctx)));

/** An act that is a button alone. */
export const wordlessForm = z.strictObject({});

export const versionForm = z.strictObject({ version });
/** 交办, with a reason where a unit has had its share of the month. */
export const issueForm = z.strictObject({ version, capReason: optionalText(1000).optional() });
export const submitForm = z.strictObject({ version, completion: text(4000) });
export const returnForm = z.strictObject({ version, reason: text(2000) });
export const closeForm = z.strictObject({ version, standardMet: z.literal('1', 'tasks.error.standard_unconfirmed'), note: optionalText(2000) });
export const extensionForm = z.strictObject({ version, toDeadline: day, reason: text(2000), progressNote: text(2000) });
export const decisionForm = z.strictObject({ version, decision: z.enum(['granted', 'refused'], 'errors.invalid'), reason: optionalText(2000) });

export const takingBackForm = z.strictObject({ version, reason: optionalText(2000) });
export const explanationForm = z.strictObject({ version, reason: text(2000), measures: text(2000), madeGoodBy: day });
export const explanationAnswerForm = z.strictObject({ version, rectifyBy: day, answer: text(2000) });

export type Versioned = z.output<typeof versionForm>;
export type Issue = z.output<typeof issueForm>;
export type Submission = z.output<typeof submitForm>;
export type Return = z.output<typeof returnForm>;
export type Closing = z.output<typeof closeForm>;
export type ExtensionWish = z.output<typeof extensionForm>;
export type Decision = z.output<typeof decisionForm>;
export type TakingBack = z.output<typeof takingBackForm>;
export type Explanation = z.output<typeof explanationForm>;
export type ExplanationAnswer = z.output<typeof explanationAnswerForm>;
