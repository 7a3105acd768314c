import type { Viewer } from '../kernel/viewer.ts';
import type { PlanCommitment } from '../plans/commitment.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { actionView, confirmView, type Action, type Confirm } from '../web/view-parts.ts';
import { whyNot, type CommitmentAct } from './commitment-policy.ts';
import type { CoverageState } from './coverage.ts';
import { natureForm } from './nature-form-view.ts';

/** What this person may decide on a commitment, and why not where another supervisor must. */
export interface DecisionForms {
  exempt: Confirm | null;
  acts: Action[];
  nature: Confirm | null;
}

/** What was decided, as it is told afterwards. */
export type Decided = 'proposed' | 'confirmed' | 'reopened' | 'stated' | 'nature';

/** A decision on a commitment that was refused: shown again where it was made. */
export interface RefusedDecision { commitmentId: number; decision: Decided; rejected: Rejected }

const ADDRESSES = { confirm: 'confirmation', reopen: 'reopening', state: 'statement' } as const;

export function decisionForms(viewer: Viewer, commitment: PlanCommitment, state: CoverageState, refused: RefusedDecision | null): DecisionForms {
  const { t, actor } = viewer;
  const { id, version } = commitment;
  const here = refused?.commitmentId === id ? refused : null;
  const [rejected, ofNature] = here?.decision === 'nature' ? [null, here.rejected] : [here?.rejected ?? null, null];
  const refusal = (act: CommitmentAct): string | null => whyNot(actor, act, { ...commitment, state });
  const hidden = [{ name: 'version', value: String(version) }];
  const plain = formView(t, `/commitments/${id}/exemption`, version, rejected);
  // A sentence can hold several commitments, each with a form of its own.
  const form = { ...plain, summary: plain.summary.map((line) => ({ ...line, href: line.href === null ? null : `${line.href}-${id}` })) };
  const reason = { ...fieldView(t, { name: 'reason', label: t('coverage.exempt.reason'), kind: 'area', rows: 3, required: true, hint: t('coverage.exempt.reason_hint') }, rejected), id: `field-reason-${id}` };
  const exempt = confirmView(t('coverage.exempt.label'), t('coverage.exempt.consequence'), t('coverage.exempt.button'), form, { hidden, fields: [reason] });
  const acts = (['confirm', 'reopen', 'state'] as const).filter((act) => refusal(act) === null || refusal(act) === 'coverage.why_not.own_proposal').map((act) => {
    const why = refusal(act);
    return actionView(t(`coverage.decide.${act}`), `/commitments/${id}/${ADDRESSES[act]}`, { post: true, hidden, whyNot: why === null ? null : t(why) });
  });
  return {
    exempt: refusal('propose') === null || rejected !== null ? exempt : null, acts,
    nature: refusal('nature') === null || ofNature !== null ? natureForm(viewer, commitment, ofNature) : null,
  };
}
