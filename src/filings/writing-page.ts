import type { Viewer } from '../kernel/viewer.ts';
import { periodWords } from '../audit/period-words.ts';
import type { Page } from '../web/answer.ts';
import { rollUpSentence } from '../tasks/district-view.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { confirmView, type Confirm } from '../web/view-parts.ts';
import { ACCEPTED_EVIDENCE, EVIDENCE_LIMITS } from './evidence.ts';
import { CHECKLIST } from './filing.ts';
import { coordinationLines, fileLine, filingHead, neighbours, progressOf, roundLine, scopeWords } from './filing-head.ts';
import type { FilingAct } from './filing-lifecycle.ts';
import { canFile } from './filing-policy.ts';
import type { FilingOnPage } from './filing-on-page.ts';
import { filingHref } from './filing-words.ts';
import { writingFields, writtenSoFar } from './writing-fields.ts';

/** Where the unit writes: last period beside this one, what the reviewer will check, every button the table allows. */
export function writingPage(viewer: Viewer, page: FilingOnPage, rejected: Rejected | null): Page {
  const { t } = viewer;
  const { branch, period, filing } = page;
  const head = filingHead(viewer, page);
  const address = filingHref(branch.taskId, period);
  const text = writtenSoFar(page);
  return {
    view: 'filings/write',
    data: {
      title: head.title,
      head,
      scope: scopeWords(viewer, page),
      notes: notesFor(viewer, page),
      form: formView(t, `${address}/draft`, filing?.version ?? 0, rejected),
      version: String(filing?.version ?? 0),
      stale: rejected?.status === 409,
      fields: writingFields(viewer, page, text, rejected),
      hasLast: page.measures.last !== null,
      progress: progressOf(page, text.progress),
      buttons: buttonsFor(viewer, page, address),
      giveBack: giveBack(viewer, page, address),
      evidence: evidencePart(viewer, page, address, rejected),
      checks: CHECKLIST.map((name) => t(`filings.check.${name}`)),
      standard: branch.task.standard,
      coordinations: coordinationLines(viewer, page),
      rounds: (filing?.versions ?? []).map((v) => roundLine(viewer, page, v)).reverse(),
      ...neighbours(viewer, page),
    },
  };
}

interface Note { text: string; href: string | null; tone: 'info' | 'warn' }

/** What the writer must know first: why it came back, and that an earlier period is still owed. */
function notesFor({ t }: Viewer, { filing, periods, period, branch, summed, names, lateTry }: FilingOnPage): Note[] {
  const notes: Note[] = lateTry === null ? [] : [{ text: lateTry, href: null, tone: 'warn' }];
  if (summed !== null) notes.push({ text: rollUpSentence(t, summed), href: `/tasks/${branch.taskId}`, tone: 'info' });
  if (filing !== null && filing.round > 0 && filing.returnReason !== null) notes.push({ text: t('filings.note.returned', { reason: filing.returnReason }), href: null, tone: 'warn' });
  if (filing !== null && filing.clerkNote !== '' && filing.status !== 'signoff') notes.push({ text: t('filings.note.given_back', { reason: filing.clerkNote }), href: null, tone: 'warn' });
  if (filing !== null && filing.handedOnAt !== null) notes.push({ text: t('filings.note.handed_on', { to: filing.heldById === null ? branch.unit.shortName : (names.get(filing.heldById) ?? '') }), href: null, tone: 'info' });
  const earlier = periods.find((p) => p.owed && p.period < period);
  if (earlier !== undefined) notes.push({ text: t(earlier.state === 'returned' ? 'filings.note.earlier_returned' : 'filings.note.earlier', { period: periodWords(t, earlier.period) }), href: filingHref(branch.taskId, earlier.period), tone: 'info' });
  return notes;
}

interface Button { label: string; action: string; primary: boolean }

function buttonsFor({ t, actor, today }: Viewer, { facts }: FilingOnPage, address: string): Button[] {
  const may = (act: FilingAct): boolean => canFile(actor, act, facts, today);
  return [
    ...(may('sign_off') ? [{ label: t('filings.button.sign_off'), action: `${address}/submission`, primary: true }] : []),
    ...(may('send_for_signoff') ? [{ label: t('filings.button.send_for_signoff'), action: `${address}/signoff`, primary: true }] : []),
    { label: t('filings.button.save'), action: `${address}/draft`, primary: false },
  ];
}

function giveBack({ t, actor, today }: Viewer, { facts, filing }: FilingOnPage, address: string): Confirm | null {
  if (!canFile(actor, 'return_to_clerk', facts, today)) return null;
  const reason = fieldView(t, { name: 'reason', label: t('filings.give_back.reason'), kind: 'area', rows: 2, required: true }, null);
  return confirmView(t('filings.give_back.label'), t('filings.give_back.consequence'), t('filings.give_back.button'), formView(t, `${address}/correction`, null, null), {
    hidden: [{ name: 'version', value: String(filing?.version ?? 0) }], fields: [{ ...reason, id: 'field-give-back-reason' }],
  });
}

function evidencePart({ t, actor, today }: Viewer, { filing, facts }: FilingOnPage, address: string, rejected: Rejected | null) {
  const wrong = rejected?.complaints.find((c) => c.field === 'files');
  const files = filing?.evidence ?? [];
  const detach = canFile(actor, 'detach', facts, today);
  return {
    files: files.map((f) => ({ ...fileLine(f), removal: detach ? `/evidence/${f.id}/removal` : null, removeLabel: t('filings.evidence.remove', { name: f.fileName }) })),
    count: files.length,
    upload: canFile(actor, 'attach', facts, today) ? `${address}/evidence` : null,
    drop: {
      id: 'field-files', name: 'files', label: t('filings.evidence.label'),
      hint: t('filings.evidence.hint', { mb: EVIDENCE_LIMITS.fileBytes / 1024 / 1024, count: EVIDENCE_LIMITS.filesPerFiling }),
      error: wrong === undefined ? null : t(wrong.key, wrong.values), accept: ACCEPTED_EVIDENCE, multiple: true,
    },
  };
}
