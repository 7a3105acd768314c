import type { Viewer } from '../kernel/viewer.ts';
import type { UnitName } from '../units/unit.ts';
import { formView, type FormView } from '../web/forms.ts';

/** Names that nobody bears, each with a form that gives it to a unit. */
export interface UnknownNamesView {
  count: number;
  rows: { name: string; form: FormView; choice: { id: string; name: string; label: string; hint: null; error: null; required: true; choices: { value: string; label: string; initials: string; selected: boolean }[] } }[];
  more: string | null;
}

const SHOWN = 12;

/** @param address where a name is given to a unit */
export function unknownNamesView({ t }: Pick<Viewer, 't'>, address: string, names: readonly string[], units: readonly UnitName[]): UnknownNamesView | null {
  if (names.length === 0) return null;
  const choices = [{ value: '', label: t('plans.unknown.choose'), initials: '', selected: true }, ...units.map((unit) => ({ value: String(unit.id), label: unit.shortName, initials: unit.initials, selected: false }))];
  return {
    count: names.length,
    rows: names.slice(0, SHOWN).map((name, i) => ({
      name, form: formView(t, address, null, null),
      choice: { id: `field-unit-${i}`, name: 'unitId', label: t('plans.unknown.unit_of', { name }), hint: null, error: null, required: true, choices },
    })),
    more: names.length > SHOWN ? t('plans.unknown.more', { count: names.length - SHOWN, names: names.slice(SHOWN, SHOWN + 30).join(t('plans.unknown.comma')) }) : null,
  };
}
