import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { Refused, type Complaint } from '../kernel/errors.ts';
import type { Words } from '../kernel/text.ts';
import { cleanFields } from './typed-text.ts';

/** What was typed, as it came: shown again when the form is refused. */
export type Typed = Record<string, string>;

const MACHINERY = new Set(['_csrf', '_key']);

/** The typed values of a body: one string for a name, machinery left out; repeated names keep their first value. */
export function typedIn(body: unknown): Typed {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>).filter(([name]) => !MACHINERY.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(Array.isArray(value) ? value[0] : value)]));
}

/**
 * Checks a body against the form's schema, which must be a strict object: names that the form does not have are refused (SECURITY T3).
 * Messages in schemas are text keys.
 * @throws Refused with a complaint for every field that is wrong
 */
export function parseForm<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const entries = Object.entries(cleanFields((body ?? {}) as Record<string, unknown>)).filter(([name]) => !MACHINERY.has(name));
  const parsed = schema.safeParse(Object.fromEntries(entries));
  if (parsed.success) return parsed.data;
  throw new Refused(parsed.error.issues.map(complaintOf));
}

function complaintOf(issue: z.core.$ZodIssue): Complaint {
  const key = /^[a-z][a-z_]*(\.[a-z_]+)+$/.test(issue.message) ? issue.message : issue.code === 'unrecognized_keys' ? 'errors.unknown_field' : 'errors.invalid';
  const field = issue.path.length > 0 ? { field: String(issue.path[0]) } : {};
  const values = 'maximum' in issue ? { max: Number(issue.maximum) } : 'minimum' in issue ? { min: Number(issue.minimum) } : {};
  return { key, values, ...field };
}

/** A form that was refused: why, and what was typed. */
export interface Rejected {
  status: number;
  complaints: Complaint[];
  typed: Typed;
}

export interface FormView {
  action: string;
  key: string;
  version: number | null;
  summary: { text: string; href: string | null }[];
}

/** The head of a form: where it goes, its key against double clicks, and what is wrong with it, linked to the fields. */
export function formView(t: Words, action: string, version: number | null, rejected: Rejected | null): FormView {
  return {
    action,
    key: randomUUID(),
    version,
    summary: (rejected?.complaints ?? []).map((c) => ({ text: t(c.key, c.values), href: c.field === undefined ? null : `#field-${c.field}` })),
  };
}

export interface Choice {
  value: string;
  label: string;
  selected: boolean;
}

/** A form field as components/field.hbs draws it; every part is there, since templates are strict. */
export interface Field {
  name: string;
  id: string;
  label: string;
  value: string;
  hint: string | null;
  error: string | null;
  required: boolean;
  /** exactly one of these is true */
  isText: boolean;
  isArea: boolean;
  isChoice: boolean;
  isCheckbox: boolean;
  type: string;
  rows: number;
  choices: Choice[];
  autocomplete: string | null;
}

export interface FieldWish {
  name: string;
  label: string;
  value?: string | number | null;
  hint?: string;
  required?: boolean;
  kind?: 'text' | 'area' | 'choice' | 'checkbox' | 'date' | 'number' | 'password' | 'email';
  rows?: number;
  choices?: { value: string; label: string }[];
  autocomplete?: string;
}

/** Builds a field; after a refusal it shows what was typed and what is wrong with it. */
export function fieldView(t: Words, wish: FieldWish, rejected: Rejected | null): Field {
  const kind = wish.kind ?? 'text';
  const value = rejected?.typed[wish.name] ?? (rejected !== null && kind === 'checkbox' ? '' : String(wish.value ?? ''));
  const complaint = rejected?.complaints.find((c) => c.field === wish.name);
  return {
    name: wish.name,
    id: `field-${wish.name}`,
    label: wish.label,
    value: kind === 'password' ? '' : value,
    hint: wish.hint ?? null,
    error: complaint === undefined ? null : t(complaint.key, complaint.values),
    required: wish.required ?? false,
    isText: !['area', 'choice', 'checkbox'].includes(kind),
    isArea: kind === 'area',
    isChoice: kind === 'choice',
    isCheckbox: kind === 'checkbox',
    type: kind,
    rows: wish.rows ?? 4,
    choices: (wish.choices ?? []).map((c) => ({ ...c, selected: c.value === value })),
    autocomplete: wish.autocomplete ?? null,
  };
}
