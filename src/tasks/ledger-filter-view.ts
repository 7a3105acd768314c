import type { Viewer } from '../kernel/viewer.ts';
import { LIGHTS } from '../lights/light.ts';
import { chipView, type Chips } from '../web/view-parts.ts';
import { AGES, filterHref, NO_FILTER, type LedgerFilter } from './ledger-filter.ts';
import { HOLDERS, TASK_STATUSES } from './task.ts';
import { seesDrafts } from './task-policy.ts';

/** What the filter bar can offer: units and chapters by id. */
export interface FilterChoices {
  units: { id: number; shortName: string }[];
  chapters: { id: number; label: string; title: string }[];
}

interface Option { value: string; label: string; selected: boolean }

const optionsOf = (all: string, entries: { value: string; label: string }[], chosen: string): Option[] =>
  [{ value: '', label: all }, ...entries].map((e) => ({ value: e.value, label: e.label, selected: e.value === chosen }));

const unchosen = new WeakMap<object, Map<string, Option[]>>();

/** Three hundred units look the same to everybody until one is chosen: that list is made, and drawn, once for as long as the units are the same. */
function unitOptions(all: string, units: FilterChoices['units'], chosen: number | null): Option[] {
  const make = (): Option[] => optionsOf(all, units.map((u) => ({ value: String(u.id), label: u.shortName })), String(chosen ?? ''));
  if (chosen !== null) return make();
  const known = unchosen.get(units) ?? new Map<string, Option[]>();
  const list = known.get(all) ?? make();
  unchosen.set(units, known.set(all, list));
  return list;
}

/** What the bar itself sends; the rest of the filter goes along hidden. */
const CHOSEN = new Set(['q', 'light', 'status', 'lead', 'unit', 'chapter', 'page']);

/** The filter bar: what can be chosen from lists. Everything else of a filter shows as a chip. */
export function filterForm({ t, actor }: Viewer, filter: LedgerFilter, choices: FilterChoices, path: string) {
  return {
    action: path,
    q: filter.q,
    light: optionsOf(t('tasks.filter.all_lights'), LIGHTS.map((l) => ({ value: l, label: t(`shell.light.${l}`) })), filter.light ?? ''),
    status: optionsOf(t('tasks.filter.all_statuses'), TASK_STATUSES.filter((s) => s !== 'draft' || seesDrafts(actor)).map((s) => ({ value: s, label: t(`tasks.status.${s}`) })), filter.status ?? ''),
    lead: unitOptions(t('tasks.filter.all_leads'), choices.units, filter.lead),
    unit: unitOptions(t('tasks.filter.all_units'), choices.units, filter.unit),
    chapter: optionsOf(t('tasks.filter.all_chapters'), choices.chapters.map((c) => ({ value: String(c.id), label: `${c.label}${c.title}` })), String(filter.chapter ?? '')),
    hidden: Object.entries(filter).filter(([name, value]) => !CHOSEN.has(name) && value !== NO_FILTER[name as keyof LedgerFilter] && value !== null)
      .map(([name, value]) => ({ name, value: value === true ? '1' : String(value) })),
  };
}

/** The parts of the filter that are set, each with a link that takes it off. */
export function filterChips({ t }: Viewer, filter: LedgerFilter, choices: FilterChoices, path: string): Chips {
  const unit = (id: number): string => choices.units.find((u) => u.id === id)?.shortName ?? String(id);
  const chapter = choices.chapters.find((c) => c.id === filter.chapter);
  const set: [keyof LedgerFilter, string | null][] = [
    ['q', filter.q === '' ? null : t('tasks.chip.q', { q: filter.q })],
    ['light', filter.light === null ? null : t(`shell.light.${filter.light}`)],
    ['status', filter.status === null ? null : t(`tasks.status.${filter.status}`)],
    ['end', filter.end === null ? null : t(`tasks.end.${filter.end}`)],
    ['live', filter.live ? t('tasks.chip.live') : null],
    ['lead', filter.lead === null ? null : t('tasks.chip.lead', { unit: unit(filter.lead) })],
    ['unit', filter.unit === null ? null : t('tasks.chip.unit', { unit: unit(filter.unit) })],
    ['group', filter.group === null ? null : t(`tasks.group.${filter.group}`)],
    ['chapter', chapter === undefined ? null : `${chapter.label}${chapter.title}`],
    ['article', filter.article === null ? null : t('tasks.chip.article')],
    ['overdue', filter.overdue ? t('tasks.chip.overdue') : null],
    ['age', filter.age !== null && AGES.includes(filter.age) ? t('tasks.chip.age', { days: filter.age.replace('31+', '> 30') }) : null],
    ['dueSoon', filter.dueSoon ? t('tasks.chip.due_soon') : null],
    ['turn', filter.turn !== null && HOLDERS.some((h) => h === filter.turn) ? t('tasks.chip.turn', { who: t(`tasks.turn.${filter.turn}`) }) : null],
    ['parent', filter.parent === null ? null : t('tasks.chip.parent')],
    ['unsigned', filter.unsigned ? t('tasks.chip.unsigned') : null],
    ['reportLate', filter.reportLate ? t('tasks.chip.report_late') : null],
    ['extensionPending', filter.extensionPending ? t('tasks.chip.extension_pending') : null],
    ['closedLate', filter.closedLate ? t('tasks.chip.closed_late') : null],
    ['plan', filter.plan === null ? null : t('tasks.chip.plan')],
    ['issuedBy', filter.issuedBy === null ? null : t('tasks.chip.issued_by', { day: filter.issuedBy })],
    ['redSince', filter.redSince === null ? null : t('tasks.chip.red_since', { day: filter.redSince })],
  ];
  const items = set.flatMap(([name, label]) => (label === null ? [] : [chipView(label, filterHref(path, { ...filter, [name]: NO_FILTER[name], page: 1 }), { removable: true })]));
  return { label: t('tasks.filter.set'), items };
}
