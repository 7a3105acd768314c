import type { Viewer } from '../kernel/viewer.ts';
import { addMonths } from '../kernel/days.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { confirmView, pageHead, tagView, type Confirm } from '../web/view-parts.ts';
import { groupViews } from './circular-pages.ts';
import type { RuleSetRow } from './circular-queries.ts';
import { CRITERIA, DEFAULT_POINTS, type Points } from './criteria.ts';
import { rankEntries, type Entry } from './ranking.ts';
import { mayDraft, whyNotAdopt } from './rule-set-policy.ts';

const pointTerms = ({ t }: Viewer, points: Points) => CRITERIA.map((c) => ({ label: t(`circulars.criterion.${c}`), points: points[c] > 0 ? `+${String(points[c])}` : String(points[c]) }));

/** The rule sets, the form for the next one, and what the last month would come to by the draft. */
export function ruleSetPage(viewer: Viewer, { sets, dry }: { sets: RuleSetRow[]; dry: { month: string; entries: Entry[] } | null }, rejected: Rejected | null): Page {
  const { t, actor } = viewer;
  const newest = sets[0]?.points ?? DEFAULT_POINTS;
  return {
    view: 'circulars/rules',
    data: {
      title: t('circulars.rules.title'),
      head: pageHead(t('circulars.rules.title'), { kicker: { label: t('circulars.title'), href: '/circulars' }, summary: t('circulars.rules.summary') }),
      sets: sets.map((s) => ({
        tag: s.status === 'draft' ? tagView(t('circulars.rule_status.draft'), 'warn') : tagView(t('circulars.rules.from', { month: s.fromMonth ?? '' }), 'info'),
        reason: s.reason, made: t('circulars.rules.made', { who: s.madeBy, day: dayOf(s.madeAt) }), adopted: s.adoptedBy === null ? null : t('circulars.rules.adopted', { who: s.adoptedBy }),
        points: pointTerms(viewer, s.points), adopt: adoptForm(viewer, s),
        why: s.status === 'draft' && whyNotAdopt(actor, s) !== null ? t(whyNotAdopt(actor, s) ?? '') : null,
      })),
      dry: dry === null ? null : { heading: t('circulars.rules.dry', { month: dry.month }), groups: groupViews(viewer, rankEntries(dry.entries)) },
      form: mayDraft(actor) ? draftForm(viewer, newest, rejected) : null,
    },
  };
}

function adoptForm({ t, actor, today }: Viewer, set: RuleSetRow): Confirm | null {
  if (whyNotAdopt(actor, set) !== null) return null;
  const month = addMonths(`${today.slice(0, 7)}-01`, 1).slice(0, 7);
  const label = t('circulars.rule_act.adopt');
  return confirmView(label, t('circulars.rules.adopt_consequence', { month }), label, formView(t, `/circulars/rules/${String(set.id)}/adoption`, set.version, null), { hidden: [{ name: 'version', value: String(set.version) }] });
}

function draftForm({ t }: Viewer, newest: Points, rejected: Rejected | null) {
  const number = (c: (typeof CRITERIA)[number]) => fieldView(t, { name: c, label: t(`circulars.criterion.${c}`), kind: 'number', value: newest[c], required: true }, rejected);
  return {
    ...formView(t, '/circulars/rules', null, rejected),
    numbers: CRITERIA.map(number),
    others: [
      fieldView(t, { name: 'custom', label: t('circulars.rules.custom'), hint: t('circulars.rules.custom_hint') }, rejected),
      fieldView(t, { name: 'reason', label: t('circulars.rules.reason'), kind: 'area', rows: 2, required: true }, rejected),
    ],
  };
}
