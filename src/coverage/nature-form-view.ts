import type { Viewer } from '../kernel/viewer.ts';
import type { PlanCommitment } from '../plans/commitment.ts';
import { TARGET_NATURES } from '../plans/target-text.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { confirmView, type Confirm } from '../web/view-parts.ts';

/** The form in which a supervisor says whether a target binds, also where somebody said so before. */
export function natureForm({ t }: Viewer, { id, version, target }: PlanCommitment, rejected: Rejected | null): Confirm {
  const isConfirmed = target?.confirmed === true;
  const choices = TARGET_NATURES.map((value) => ({ value, label: t(`plans.nature.${value}`) }));
  const field = fieldView(t, { name: 'nature', label: t('coverage.fact.nature'), kind: 'choice', value: target?.nature ?? 'expected', choices }, rejected);
  const hidden = [{ name: 'version', value: String(version) }];
  const form = formView(t, `/commitments/${id}/nature`, version, rejected);
  return confirmView(t(isConfirmed ? 'coverage.nature.change' : 'coverage.nature.label'), t('coverage.nature.consequence'), t('coverage.nature.button'), form, { hidden, fields: [{ ...field, id: `field-nature-${id}` }] });
}
