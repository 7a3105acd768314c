import type { Viewer } from '../kernel/viewer.ts';
import { citationOf } from '../plans/citation.ts';
import { sentencePermalink } from '../plans/plan.ts';
import { unknownNamesView, type UnknownNamesView } from '../plans/unknown-names-view.ts';
import type { UnitName } from '../units/unit.ts';
import { formView, type Field, type FormView } from '../web/forms.ts';
import { actionView, type Action } from '../web/view-parts.ts';
import { whyNot } from './commitment-policy.ts';
import type { DeskWaiting, WaitingExemption } from './desk-waiting-queries.ts';

interface ExemptionLine { citation: string; href: string; text: string; reason: string; by: string; acts: Action[] }
interface DraftLine { value: string; title: string; href: string; citation: string; lead: string; deadline: string }

/** What waits at the desk beside the table: drafts to hand over, exemptions to agree to, names that nobody bears. */
export interface WaitingView {
  drafts: { form: FormView; rows: DraftLine[]; capReason: Field | null } | null;
  exemptions: ExemptionLine[];
  unknown: UnknownNamesView | null;
}

interface Beside { planId: number; query: string; waiting: DeskWaiting; units: readonly UnitName[]; capReason: Field | null }

export function waitingView(viewer: Viewer, { planId, query, waiting: { drafts, exemptions, unknown }, units, capReason }: Beside): WaitingView {
  const lines = drafts.map((draft) => ({ ...draft, value: `${draft.id}:${draft.version}`, href: `/tasks/${draft.id}` }));
  return {
    drafts: lines.length === 0 ? null : { form: formView(viewer.t, `/plans/${planId}/desk/drafts${query}`, null, null), rows: lines, capReason },
    exemptions: exemptions.map((one) => exemptionLine(viewer, planId, one)),
    unknown: unknownNamesView(viewer, `/plans/${planId}/desk/names${query}`, unknown, units),
  };
}

function exemptionLine({ t, actor, locale }: Viewer, planId: number, one: WaitingExemption): ExemptionLine {
  const facts = { state: 'gap', decision: 'not_decomposed', decidedById: one.decidedById, approvedById: null, target: null } as const;
  const acts = (['confirm', 'reopen'] as const).map((act) => {
    const why = whyNot(actor, act, facts);
    const address = act === 'confirm' ? 'confirmation' : 'reopening';
    return actionView(t(`coverage.decide.${act}`), `/commitments/${one.id}/${address}`, {
      post: true, hidden: [{ name: 'version', value: String(one.version) }, { name: 'back', value: 'desk' }], whyNot: why === null ? null : t(why),
    });
  });
  return { citation: citationOf(one, locale), href: sentencePermalink({ planId, ordinal: one.sentence }), text: one.text, reason: one.reason, by: one.decidedBy, acts };
}
