import type { Viewer } from '../kernel/viewer.ts';
import { citationOf } from '../plans/citation.ts';
import { sentencePermalink } from '../plans/plan.ts';
import type { PlanCard } from '../plans/plan-queries.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { actionView, confirmView, emptyView, pageHead, tagView } from '../web/view-parts.ts';
import { changedWords } from './changed-words.ts';
import type { Suspect } from './suspect-queries.ts';

/** A verdict that was refused: shown again at its line. */
export interface RefusedVerdict { suspectId: number; rejected: Rejected }

/** Tasks that have to be confirmed again since the new version changed what they rest on. */
export function suspectPage(viewer: Viewer, plan: PlanCard, suspects: readonly Suspect[], refused: RefusedVerdict | null): Page {
  const { t } = viewer;
  return {
    view: 'coverage/suspects',
    data: {
      title: t('coverage.suspect.title'),
      head: pageHead(t('coverage.suspect.title'), { kicker: { label: plan.shortTitle, href: `/plans/${plan.id}/changes` }, summary: t('coverage.suspect.summary', { count: suspects.length }) }),
      rows: suspects.map((one) => lineView(viewer, one, refused?.suspectId === one.id ? refused.rejected : null)),
      empty: suspects.length === 0 ? emptyView('check', t('coverage.suspect.empty'), t('coverage.suspect.empty_text')) : null,
    },
  };
}

function lineView(viewer: Viewer, suspect: Suspect, rejected: Rejected | null) {
  const { t, locale } = viewer;
  const { id, version, change, task, before, after } = suspect;
  const side = (sentence: Suspect['before'] | null, other: Suspect['before'] | null) => (sentence === null ? null : { citation: citationOf(sentence, locale), href: sentencePermalink(sentence), words: changedWords(sentence.text, other?.text ?? sentence.text) });
  const hidden = (verdict: string) => [{ name: 'version', value: String(version) }, { name: 'verdict', value: verdict }];
  const address = `/suspects/${id}/verdict`;
  const note = { ...fieldView(t, { name: 'note', label: t('coverage.suspect.note'), kind: 'area', rows: 3, required: true, hint: t('coverage.suspect.note_hint') }, rejected), id: `field-note-${id}` };
  return {
    change: tagView(t(`coverage.change.${change}`), change === 'dropped' ? 'bad' : 'warn'),
    task: { href: `/tasks/${task.id}`, number: task.number, title: task.title, lead: task.leadUnit?.shortName ?? null },
    before: side(before, after), after: side(after, before),
    confirm: actionView(t('coverage.suspect.confirm'), address, { post: true, hidden: hidden('confirmed') }),
    adjust: confirmView(t('coverage.suspect.adjust'), t('coverage.suspect.adjust_consequence'), t('coverage.suspect.adjust_button'), formView(t, address, version, rejected), { hidden: hidden('adjusted'), fields: [note] }),
    withdraw: actionView(t('coverage.suspect.withdraw'), `/tasks/${task.id}`),
  };
}
