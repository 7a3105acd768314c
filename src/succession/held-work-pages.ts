import type { Viewer } from '../kernel/viewer.ts';
import { periodWords } from '../audit/period-words.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field, type FormView, type Rejected } from '../web/forms.ts';
import { pageHead, tagView, type Tag } from '../web/view-parts.ts';
import { BACK_TO_UNIT, HELD_KINDS, keyOf, MOST_AT_ONCE, type HeldItem, type Holding } from './held-work.ts';
import { seesTitles } from './held-work-policy.ts';

export interface HeldWork {
  unit: { id: number; shortName: string };
  holdings: Holding[];
  /** Who could take over, by the account that gives. */
  successors: Map<number, { id: number; name: string; title: string }[]>;
  /** Whose lines are all ticked. */
  ticked: number | null;
}

export interface HeldLine { key: string; label: string; kind: string; href: string | null }

/** One thing in hand as a line; to whoever has no rights in the matter only its number and kind. */
export function heldLine({ t, actor }: Viewer, item: HeldItem): HeldLine {
  const number = item.number ?? t('succession.no_number');
  const kind = t(`succession.kind.${item.kind}`);
  const detail = item.kind === 'draft' ? periodWords(t, item.detail) : item.detail;
  const href = item.kind === 'draft' ? `/tasks/${item.taskId}/filings/${item.detail}` : `/tasks/${item.taskId}${item.kind === 'handling' ? '/branches' : ''}`;
  const seen = seesTitles(actor);
  return { key: keyOf(item), kind: detail === '' ? kind : t('succession.kind_detail', { kind, detail }), label: seen ? `${number} ${item.title}` : number, href: seen ? href : null };
}

/** Who could take over, and the unit itself. Supervision cannot go back to the unit: somebody is in charge. */
export function successorField({ t }: Pick<Viewer, 't'>, { people, items, id }: { people: { id: number; name: string; title: string }[]; items: HeldItem[]; id: string }, rejected: Rejected | null): Field {
  const back = items.every((item) => item.kind !== 'charge') ? [{ value: BACK_TO_UNIT, label: t('succession.back_to_unit') }] : [];
  const choices = [{ value: '', label: t('succession.choose') }, ...people.map((p) => ({ value: String(p.id), label: `${p.name} · ${p.title}` })), ...back];
  return { ...fieldView(t, { name: 'to', label: t('succession.to'), hint: people.length === 0 ? t('succession.nobody_else') : t('succession.to_hint'), kind: 'choice', required: true, choices }, rejected), id };
}

/** Who of the unit has what in hand, with one form each to hand it on. */
export function heldWorkPage(viewer: Viewer, work: HeldWork, rejected: Rejected | null): Page {
  const { t } = viewer;
  const { unit, holdings } = work;
  const sum = holdings.reduce((n, h) => n + h.items.length, 0);
  const stranded = holdings.reduce((n, h) => n + h.stranded, 0);
  const title = t('succession.title', { unit: unit.shortName });
  return {
    view: 'succession/work',
    data: {
      title,
      head: pageHead(title, { kicker: { label: unit.shortName, href: `/units/${unit.id}` }, summary: t('succession.summary', { people: holdings.length, count: sum }) }),
      stranded: stranded === 0 ? null : t('succession.stranded', { count: stranded }),
      kinds: HELD_KINDS.filter((kind) => kind !== 'charge' || holdings.some((h) => h.items.some((i) => i.kind === kind))).map((kind) => t(`succession.kind.${kind}`)),
      rows: holdings.map((holding) => rowOf(viewer, holding, holdings)),
      people: holdings.filter((h) => h.items.length > 0).map((holding) => panelOf(viewer, work, holding, rejected)),
    },
  };
}

const absent = ({ t }: Viewer, { titles, stranded }: Holding): Tag | null => (titles.length === 0 ? tagView(t('succession.absent'), 'bad') : stranded > 0 ? tagView(t('succession.not_in_charge'), 'warn') : null);

function rowOf(viewer: Viewer, holding: Holding, all: Holding[]) {
  const kinds = HELD_KINDS.filter((kind) => kind !== 'charge' || all.some((h) => h.items.some((i) => i.kind === kind)));
  return {
    name: holding.name, titles: holding.titles.join(viewer.t('succession.comma')), tag: absent(viewer, holding), href: holding.items.length === 0 ? null : `#person-${holding.accountId}`, sum: holding.items.length,
    counts: kinds.map((kind) => ({ label: viewer.t(`succession.kind.${kind}`), count: holding.items.filter((i) => i.kind === kind).length })),
  };
}

interface PersonPanel { id: number; name: string; tag: Tag | null; form: FormView; open: boolean; unfolded: boolean; count: string; tickAll: string | null; items: (HeldLine & { id: string; checked: boolean })[]; more: string | null; fields: Field[] }

/** Longer lists are folded until somebody wants to hand on from them. */
const SHORT_LIST = 20;

function panelOf(viewer: Viewer, { unit, successors, ticked }: HeldWork, holding: Holding, rejected: Rejected | null): PersonPanel {
  const { t } = viewer;
  const id = holding.accountId;
  const all = ticked === id || holding.stranded > 0;
  const mine = rejected?.typed['from'] === String(id) ? rejected : null;
  const shown = holding.items.slice(0, MOST_AT_ONCE);
  const form = formView(t, `/units/${unit.id}/succession`, null, mine);
  const at = (name: string): string => `field-${id}-${name}`;
  return {
    id, name: holding.name, tag: absent(viewer, holding), open: mine !== null || ticked === id, unfolded: shown.length <= SHORT_LIST || all || mine !== null,
    count: t('succession.count', { count: holding.items.length }), tickAll: all ? null : `/units/${unit.id}/work?tick=${id}#person-${id}`,
    form: { ...form, summary: form.summary.map((line) => ({ ...line, href: line.href === null ? null : `#${at(line.href.slice('#field-'.length))}` })) },
    items: shown.map((item) => ({ ...heldLine(viewer, item), id: at(keyOf(item)), checked: all })),
    more: holding.items.length > shown.length ? t('succession.more', { shown: shown.length, count: holding.items.length }) : null,
    fields: [
      successorField(viewer, { people: successors.get(id) ?? [], items: holding.items, id: at('to') }, mine),
      { ...fieldView(t, { name: 'reason', label: t('succession.reason'), hint: t('succession.reason_hint'), required: true }, mine), id: at('reason') },
    ],
  };
}
