import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field, type FieldWish, type Rejected } from '../web/forms.ts';
import { pageHead } from '../web/view-parts.ts';
import type { UnitDetails } from './unit-details.ts';
import { UNIT_KINDS, type UnitName } from './unit.ts';

const LIST_ROWS = 8;

/** The form of a new unit, or of one that is there. */
export function unitFormPage(viewer: Viewer, unit: UnitDetails | null, units: UnitName[], rejected: Rejected | null): Page {
  const { t } = viewer;
  const title = unit === null ? t('units.new.title') : t('units.edit.title', { name: unit.shortName });
  const action = unit === null ? '/units' : `/units/${unit.id}`;
  return {
    view: 'units/form',
    data: {
      title,
      head: pageHead(title, { kicker: unit === null ? { label: t('units.list.title'), href: '/units' } : { label: unit.shortName, href: action } }),
      form: formView(t, action, unit?.version ?? null, rejected),
      ...nameFields(viewer, unit, units, rejected),
      lists: listFields(viewer, unit, rejected),
      active: unit === null ? null : fieldView(t, { name: 'active', label: t('units.field.active'), kind: 'checkbox', value: unit.active ? '1' : '' }, rejected),
    },
  };
}

type Maker = (wish: FieldWish) => Field;

function nameFields({ t }: Viewer, unit: UnitDetails | null, units: UnitName[], rejected: Rejected | null): Record<string, Field> {
  const field: Maker = (wish) => fieldView(t, wish, rejected);
  const kinds = UNIT_KINDS.map((kind) => ({ value: kind, label: t(`units.kind.${kind}`) }));
  const parents = [{ value: '', label: t('units.field.no_parent') }, ...units.filter((u) => u.id !== unit?.id).map((u) => ({ value: String(u.id), label: u.shortName }))];
  return {
    name: field({ name: 'name', label: t('units.field.name'), value: unit?.name ?? '', required: true }),
    shortName: field({ name: 'shortName', label: t('units.field.short_name'), value: unit?.shortName ?? '', hint: t('units.field.short_name_hint'), required: true }),
    kind: field({ name: 'kind', label: t('units.field.kind'), kind: 'choice', value: unit?.kind ?? 'government', choices: kinds, required: true }),
    parent: field({ name: 'parent', label: t('units.field.parent'), kind: 'choice', value: unit?.parentId ?? '', choices: parents }),
    phone: field({ name: 'phone', label: t('units.field.phone'), value: unit?.phone ?? '' }),
  };
}

const listFields = ({ t }: Viewer, unit: UnitDetails | null, rejected: Rejected | null): Field[] => [
  fieldView(t, { name: 'aliases', label: t('units.field.aliases'), kind: 'area', rows: 3, value: unit?.aliases.map((a) => a.name).join('\n') ?? '', hint: t('units.field.aliases_hint') }, rejected),
  fieldView(t, { name: 'duties', label: t('units.field.duties'), kind: 'area', rows: LIST_ROWS, value: unit?.duties.map((d) => d.word).join('、') ?? '', hint: t('units.field.duties_hint') }, rejected),
];
