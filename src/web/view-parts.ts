import { randomUUID } from 'node:crypto';
import type { Words } from '../kernel/text.ts';
import type { Field, FormView } from './forms.ts';

// The data of the partials under views/components, and functions that fill in what a page does not care about:
// templates are strict, so every part must be there. Shapes and examples: docs/interface.md.

export type LightCode = 'green' | 'yellow' | 'red' | 'grey';
export interface LightView { code: LightCode; word: string; pending: boolean; why: string | null; href: string | null }

/** A light with its word (R21); hatched while an extension is pending (R13). `word` replaces the usual one, as for 黄(已补). */
export function lightView(t: Words, code: LightCode, more: { pending?: boolean; why?: string | null; href?: string | null; word?: string } = {}): LightView {
  return { code, word: more.word ?? t(`shell.light.${code}`), pending: more.pending ?? false, why: more.why ?? null, href: more.href ?? null };
}

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'bad';
export interface Tag { label: string; tone: Tone; icon: string | null; title: string | null }

export const tagView = (label: string, tone: Tone = 'neutral', more: { icon?: string; title?: string } = {}): Tag =>
  ({ label, tone, icon: more.icon ?? null, title: more.title ?? null });

export interface Hidden { name: string; value: string }
export interface Action {
  label: string;
  href: string;
  icon: string | null;
  look: 'primary' | 'outline-primary' | 'outline-secondary' | 'outline-danger' | 'link';
  /** Sent as a form with token and key; otherwise a link. */
  post: boolean;
  key: string;
  hidden: Hidden[];
  /** Shown, but not to be used, and this is the reason in words. */
  whyNot: string | null;
}

/** One act as a link or a one-button form. The one prominent act of a page has look 'primary'. */
export function actionView(label: string, href: string, more: Partial<Omit<Action, 'label' | 'href' | 'key'>> = {}): Action {
  return { label, href, icon: null, look: 'outline-secondary', post: false, hidden: [], whyNot: null, ...more, key: randomUUID() };
}

export interface PageHead {
  kicker: { label: string; href: string | null } | null;
  title: string;
  light: LightView | null;
  tags: Tag[];
  summary: string | null;
  actions: Action[];
}

export const pageHead = (title: string, more: Partial<Omit<PageHead, 'title'>> = {}): PageHead =>
  ({ kicker: null, title, light: null, tags: [], summary: null, actions: [], ...more });

/** A choice among several, or (removable) a filter that is set and whose link takes it off. */
export interface Chip { label: string; count: number | null; href: string; current: boolean; removable: boolean }
export interface Chips { label: string; items: Chip[] }

export const chipView = (label: string, href: string, more: Partial<Omit<Chip, 'label' | 'href'>> = {}): Chip =>
  ({ label, href, count: null, current: false, removable: false, ...more });

export interface Empty { icon: string; title: string; text: string | null; action: Action | null }
export const emptyView = (icon: string, title: string, text: string | null = null, action: Action | null = null): Empty => ({ icon, title, text, action });

/** One line of a definition list; `struck` stands before the text, as an original deadline before the adjusted one (R12). */
export interface Term { term: string; text: string | null; href: string | null; struck: string | null; light: LightView | null; note: string | null }
export const termView = (term: string, text: string | null, more: Partial<Omit<Term, 'term' | 'text'>> = {}): Term =>
  ({ term, text, href: null, struck: null, light: null, note: null, ...more });

export interface TimelineItem {
  day: string;
  time: string | null;
  who: string | null;
  title: string;
  text: string | null;
  href: string | null;
  icon: string;
  tone: Tone;
  tags: Tag[];
  files: { label: string; href: string }[];
}
export const timelineItem = (day: string, title: string, more: Partial<Omit<TimelineItem, 'day' | 'title'>> = {}): TimelineItem =>
  ({ day, title, time: null, who: null, text: null, href: null, icon: 'dot', tone: 'neutral', tags: [], files: [], ...more });

/** A number that opens what it counts; `before` is last month's figure in words, `change` the difference ("+3"). */
export interface Metric { label: string; value: string; unit: string | null; before: string | null; change: string | null; href: string | null; light: LightCode | null }
export const metricView = (label: string, value: string | number, more: Partial<Omit<Metric, 'label' | 'value'>> = {}): Metric =>
  ({ label, value: String(value), unit: null, before: null, change: null, href: null, light: null, ...more });

export interface PileRow { title: string; href: string; light: LightView | null; number: string | null; meta: string[]; warn: string | null; action: Action | null }
export interface Pile { id: string; title: string; count: number; href: string | null; icon: string; tone: Tone; empty: string | null; rows: PileRow[] }
export const pileRow = (title: string, href: string, more: Partial<Omit<PileRow, 'title' | 'href'>> = {}): PileRow =>
  ({ title, href, light: null, number: null, meta: [], warn: null, action: null, ...more });
export const pileView = (id: string, title: string, count: number, rows: PileRow[], more: Partial<Pick<Pile, 'href' | 'icon' | 'tone' | 'empty'>> = {}): Pile =>
  ({ id, title, count, rows, href: null, icon: 'pile', tone: 'neutral', empty: null, ...more });

/** An act that asks once: folded, with its consequence in words; `fields` for a reason or a day. */
export interface Confirm { label: string; consequence: string; button: string; danger: boolean; open: boolean; form: FormView; hidden: Hidden[]; fields: Field[] }
export const confirmView = (label: string, consequence: string, button: string, form: FormView, more: Partial<Pick<Confirm, 'danger' | 'hidden' | 'fields'>> = {}): Confirm =>
  ({ label, consequence, button, form, danger: false, hidden: [], fields: [], open: form.summary.length > 0, ...more });

export interface Step { label: string; state: 'done' | 'now' | 'later'; now: boolean; href: string | null }
/** Steps of a longer work (上传 → 识别 → 校对 → 发布); `now` counts from 0. */
export const stepsView = (labels: string[], now: number): Step[] =>
  labels.map((label, i) => ({ label, state: i < now ? 'done' : i === now ? 'now' : 'later', now: i === now, href: null }));
