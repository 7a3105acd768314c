import type { Viewer } from '../kernel/viewer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { confirmView, tagView, type Confirm, type Tag } from '../web/view-parts.ts';
import { FINDING_ACTS, FINDING_LIFE, type FindingAct } from './finding-lifecycle.ts';
import { findingRelation, findingStatus, findingTermEnds, whyNotFinding } from './finding-policy.ts';
import type { VerificationDetail } from './verification-queries.ts';

/** A step that was refused, so that its form is shown again with what was typed. */
export type RejectedFinding = Rejected & { act: FindingAct };

const TONES: Record<string, Tag['tone']> = { open: 'warn', upheld: 'bad', dismissed: 'neutral' };

/** A finding that was set aside says so wherever it is named. */
export const findingTags = ({ t }: Viewer, found: { objection: { status: string } | null }): Tag[] =>
  (found.objection === null ? [] : [tagView(t(`supervision.finding.status.${found.objection.status}`), TONES[found.objection.status] ?? 'neutral')]);

/** What was said about the finding, in order. */
export const findingTold = ({ t }: Viewer, { objection, names }: VerificationDetail): { heading: string; text: string; who: string }[] => (objection === null ? [] : [
  { heading: t('supervision.finding.objection'), text: objection.reason, who: names.get(objection.objectedById) ?? '' },
  ...(objection.ruling === null ? [] : [{ heading: t('supervision.finding.ruling'), text: objection.ruling, who: names.get(objection.ruledById ?? 0) ?? '' }]),
]);

/** The acts of this person's from the table; what is theirs but not possible now is told with its reason. */
export function findingActs(viewer: Viewer, found: VerificationDetail, rejected: RejectedFinding | null): { acts: Confirm[]; reasons: string[] } {
  const { t, actor, today, calendar } = viewer;
  const relation = findingRelation(actor, found);
  const mine = FINDING_ACTS.filter((act) => FINDING_LIFE[act].from === findingStatus(found) && FINDING_LIFE[act].by.some((by) => by === relation));
  const why = (act: FindingAct): string | null => whyNotFinding(actor, act, found, today, calendar);
  const shown = FINDING_ACTS.filter((act) => (mine.includes(act) && why(act) === null) || rejected?.act === act);
  return {
    acts: shown.map((act) => actForm(viewer, found, act, rejected?.act === act ? rejected : null)),
    reasons: [...new Set(mine.flatMap((act) => why(act) ?? []))].map((key) => t(key, { day: findingTermEnds(found, calendar) })),
  };
}

function actForm({ t, calendar }: Viewer, found: VerificationDetail, act: FindingAct, rejected: Rejected | null): Confirm {
  const version = found.objection?.version ?? 0;
  const label = t(`supervision.finding.act.${act}`);
  const fields = [fieldView(t, { name: 'words', label: t(`supervision.finding.act.${act}.words`), kind: 'area', rows: 4, required: true }, rejected)];
  const form = formView(t, `/verifications/${String(found.id)}/${act}`, version, rejected);
  return confirmView(label, t(`supervision.finding.act.${act}.consequence`, { day: findingTermEnds(found, calendar) }), label, form, { hidden: [{ name: 'version', value: String(version) }], fields });
}
