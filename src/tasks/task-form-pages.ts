import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field, type Rejected, type Typed } from '../web/forms.ts';
import { pageHead } from '../web/view-parts.ts';
import { milestoneRows, type WrittenMilestone } from './milestone-rows.ts';
import { CYCLES, ROLLUPS } from './task.ts';

/** A unit that can be chosen. */
export interface UnitChoice { id: number; code: string; shortName: string; initials: string; kind: string }

/** What the form shows before anybody typed: a sentence's suggestions or the draft as it stands. */
export interface DraftValues {
  title: string;
  requirement: string;
  standard: string;
  contact: string;
  startOn: string;
  deadline: string;
  cycle: string;
  leadId: number | null;
  responsibleIds: number[];
  supportIds: number[];
  districtIds: number[];
  rollup: string;
  milestones: WrittenMilestone[];
  valueUnit?: string | null;
  valueTarget?: number | null;
  rollupNeeded?: number | null;
}

export interface TaskFormData {
  address: string;
  back: string;
  version: number | null;
  sentenceIds: number[];
  quote: { text: string; citation: string; href: string };
  /** Why which unit is proposed: "市商务局：消费、商贸". */
  reasons: { unit: string; because: string }[];
  values: DraftValues;
  units: UnitChoice[];
}

type Several = Record<'responsibleIds' | 'supportIds' | 'districtIds', number[]>;

export function taskFormPage(viewer: Viewer, data: TaskFormData, rejected: Rejected | null, several: Several | null): Page {
  const { t } = viewer;
  const title = t(data.version === null ? 'tasks.form.new' : 'tasks.form.edit');
  const { values, units } = data;
  const chosen = several ?? values;
  const districts = units.filter((u) => u.kind === 'district');
  const others = units.filter((u) => u.kind !== 'district');
  return {
    view: 'tasks/form',
    data: {
      title,
      head: pageHead(title, { kicker: { label: data.quote.citation, href: data.back } }),
      quote: data.quote,
      reasons: data.reasons,
      form: formView(t, data.address, data.version, rejected),
      hidden: [...data.sentenceIds.map((id) => ({ name: 'sentenceIds', value: String(id) })), ...(data.version === null ? [] : [{ name: 'version', value: String(data.version) }])],
      back: data.back,
      fields: textFields(viewer, values, rejected),
      allDistricts: fieldView(t, { name: 'allDistricts', kind: 'checkbox', label: t('tasks.form.all_districts', { count: districts.length }) }, rejected),
      milestones: milestoneRows(t, values.milestones, rejected),
      lead: unitChoice(viewer, 'leadId', units, typedLead(rejected?.typed) ?? values.leadId, rejected),
      responsible: { label: t('tasks.field.responsible'), ...picks('responsibleIds', others, chosen.responsibleIds) },
      support: { label: t('tasks.field.support'), ...picks('supportIds', others, chosen.supportIds) },
      districts: { label: t('tasks.field.districts'), ...picks('districtIds', districts, chosen.districtIds) },
    },
  };
}

const typedLead = (typed: Typed | undefined): number | null => (typed?.['leadId'] === undefined || typed['leadId'] === '' ? null : Number(typed['leadId']));

type Written = Exclude<keyof DraftValues, 'milestones'>;

const WISHES: readonly [name: Written, kind: 'text' | 'area' | 'date' | 'choice', required: boolean, choices?: readonly string[]][] = [
  ['title', 'text', true], ['requirement', 'area', true], ['standard', 'area', true], ['contact', 'text', false],
  ['startOn', 'date', true], ['deadline', 'date', true], ['cycle', 'choice', true, CYCLES], ['rollup', 'choice', false, ROLLUPS], ['rollupNeeded', 'text', false], ['valueTarget', 'text', false], ['valueUnit', 'text', false],
];
const HINTS: Partial<Record<Written, string>> = { standard: 'tasks.form.standard_hint', cycle: 'tasks.form.cycle_hint', rollupNeeded: 'tasks.form.needed_hint', valueTarget: 'tasks.form.target_hint' };

function textFields({ t }: Viewer, values: DraftValues, rejected: Rejected | null): Record<string, Field> {
  return Object.fromEntries(WISHES.map(([name, kind, required, choices]) => {
    const value = String(values[name] ?? '');
    // Somebody else saved it meanwhile: what is typed stays, what is saved now stands beside it (SECURITY C1).
    const isTheirs = rejected?.status === 409 && rejected.typed[name] !== undefined && rejected.typed[name] !== value;
    const saved = value === '' ? t('tasks.form.nothing_saved') : choices === undefined ? value : t(`tasks.${name}.${value}`);
    const hint = isTheirs ? t('tasks.form.saved_now', { value: saved }) : HINTS[name] === undefined ? undefined : t(HINTS[name]);
    return [name, fieldView(t, {
      name, kind, required, label: t(`tasks.field.${name}`), value, rows: 3, ...(hint === undefined ? {} : { hint }),
      choices: (choices ?? []).map((choice) => ({ value: choice, label: t(`tasks.${name}.${choice}`) })),
    }, rejected)];
  }));
}

function unitChoice({ t }: Viewer, name: string, units: UnitChoice[], value: number | null, rejected: Rejected | null) {
  const field = fieldView(t, { name, label: t('tasks.field.lead'), required: true }, rejected);
  const none = { value: '', label: t('tasks.form.choose_unit'), initials: '', selected: value === null };
  return { ...field, choices: [none, ...units.map((u) => ({ value: String(u.id), label: u.shortName, initials: u.initials, selected: u.id === value }))] };
}

/** Many of many: the chosen ones first, all others in a fold below them. */
function picks(name: string, units: UnitChoice[], chosen: number[]) {
  const option = (u: UnitChoice) => ({ name, id: `field-${name}-${u.id}`, value: String(u.id), label: u.shortName, checked: chosen.includes(u.id) });
  return { id: `field-${name}`, chosen: units.filter((u) => chosen.includes(u.id)).map(option), others: units.filter((u) => !chosen.includes(u.id)).map(option) };
}
