import { wordsIn } from '../kernel/text.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { citationOf } from '../plans/citation.ts';
import { headingText, sentencePermalink } from '../plans/plan.ts';
import type { Reference } from '../plans/import/plan-reading.ts';
import type { OutlineEntry, PlanCard } from '../plans/plan-queries.ts';
import { reasonOf } from '../tasks/suggestion-reason.ts';
import { CYCLES } from '../tasks/task.ts';
import type { UnitName } from '../units/unit.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { emptyView, tagView } from '../web/view-parts.ts';
import { targetText } from '../plans/target-text.ts';
import type { CoveredCommitment } from './coverage-queries.ts';
import { deskField, type DeskColumn } from './desk-form.ts';
import type { DeskRow } from './desk-queries.ts';
import type { DeskWaiting } from './desk-waiting-queries.ts';
import { waitingView } from './desk-waiting-view.ts';
import { capField } from './cap-field.ts';
import { planHead, planTabs } from './plan-tabs.ts';

export interface Desk {
  plan: PlanCard;
  outline: OutlineEntry[];
  all: CoveredCommitment[];
  chapterId: number | null;
  rows: DeskRow[];
  waiting: DeskWaiting;
  reference: Reference;
  /** Of the chapter: '?chapter=3' and the whole address of its desk. */
  query: string;
  address: string;
  /** Something beside the table was refused. */
  beside: Rejected | null;
  units: readonly UnitName[];
  /** Every row is ticked beforehand. */
  ticked: boolean;
}

/** The decomposition desk: all open commitments of a chapter as a table to be corrected and accepted in bulk. */
export function deskPage(viewer: Viewer, desk: Desk, rejected: Rejected | null): Page {
  const { t } = viewer;
  const { plan, rows, units, query, address } = desk;
  return {
    view: 'coverage/desk',
    data: {
      title: t('coverage.desk.title'),
      head: planHead(viewer, plan, { summary: t('coverage.desk.summary', { count: rows.length }) }),
      tabs: planTabs(viewer, plan.id, 'desk'),
      chapters: chapterChoices(desk),
      address: `/plans/${plan.id}/desk`,
      tickAll: `${address}${query === '' ? '?' : '&'}tick=all`,
      form: formView(t, address, null, rejected),
      beside: formView(t, address, null, desk.beside),
      cycle: fieldView(t, { name: 'cycle', label: t('coverage.desk.cycle'), kind: 'choice', value: 'quarterly', choices: CYCLES.map((value) => ({ value, label: t(`tasks.cycle.${value}`) })) }, rejected),
      capReason: capField(viewer, rejected),
      rows: rows.map((row) => rowView(viewer, row, desk, rejected)),
      waiting: waitingView(viewer, { planId: plan.id, query, waiting: desk.waiting, units, capReason: capField(viewer, desk.beside) }),
      units: units.map(({ shortName, initials }) => ({ shortName, initials })),
      empty: rows.length === 0 ? emptyView('flag', t('coverage.desk.empty'), t('coverage.desk.empty_text')) : null,
    },
  };
}

function chapterChoices({ outline, all, chapterId }: Desk): { value: number; label: string; selected: boolean }[] {
  const waiting = (id: number): number => all.filter((c) => c.chapterId === id && c.state === 'gap' && !c.isProposed).length;
  return outline.filter((entry) => entry.parentId === null).map((entry) => ({ value: entry.id, label: `${headingText(entry)} (${waiting(entry.id)})`, selected: entry.id === chapterId }));
}

interface Cell { name: string; id: string; label: string; value: string; error: string | null }

/** A row: the text and why these units, then the cells, with what was typed where the form was refused. */
function rowView(viewer: Viewer, row: DeskRow, { plan, units, ticked }: Desk, rejected: Rejected | null) {
  const { t, locale } = viewer;
  const { commitment, covered, suggestions } = row;
  const nameOf = (code: string): string => units.find((unit) => unit.code === code)?.shortName ?? '';
  const named = (role: string): string => suggestions.filter((s) => s.role === role && nameOf(s.unit) !== '').map((s) => nameOf(s.unit)).join(t('coverage.comma'));
  const cell = (column: DeskColumn, value: string): Cell => cellView(viewer, column, commitment.id, value, rejected);
  const lead = suggestions.find((s) => s.role === 'lead');
  const stated = commitment.deadline;
  return {
    citation: citationOf({ cite: row.cite }, locale),
    href: sentencePermalink({ planId: plan.id, ordinal: covered.sentenceOrdinal }),
    text: commitment.text,
    kind: tagView(t(`plans.kind.${commitment.kind}`)),
    because: lead === undefined ? t('coverage.desk.no_suggestion') : reasonOf(t, lead, nameOf(lead.unit)),
    take: cell('take', ticked ? '1' : ''), version: cell('version', String(commitment.version)), reason: cell('reason', ''), districts: cell('districts', commitment.districts ? '1' : ''),
    lead: cell('lead', lead === undefined ? '' : nameOf(lead.unit)), responsible: cell('responsible', named('responsible')), support: cell('support', named('support')),
    deadline: cell('deadline', stated !== null && stated > viewer.today ? stated : plan.endsOn), standard: cell('standard', standardOf(commitment.target)),
  };
}

/** The standard goes into the task and is Chinese whoever looks. */
const standardOf = (target: DeskRow['commitment']['target']): string => (target === null ? wordsIn('zh-CN')('coverage.desk.standard') : targetText(target));

function cellView({ t }: Viewer, column: DeskColumn, commitmentId: number, value: string, rejected: Rejected | null): Cell {
  const name = deskField(column, commitmentId);
  const complaint = rejected?.complaints.find((c) => c.field === name);
  return {
    name, id: `field-${name}`, label: t(`coverage.desk.column.${column}`), value: rejected === null ? value : (rejected.typed[name] ?? ''),
    error: complaint === undefined ? null : t(complaint.key, complaint.values),
  };
}
