import { dayOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { periodWords } from '../audit/period-words.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { chipView, confirmView, emptyView, pageHead, termView, type Confirm, type Term } from '../web/view-parts.ts';
import { COORDINATION_DAYS, COORDINATION_OWNERS, COORDINATION_PARTS, isWaiting, type CoordinationPart } from './coordination.ts';
import { COORDINATION_ACTS, type CoordinationAct } from './coordination-lifecycle.ts';
import { whyNotCoordination } from './coordination-policy.ts';
import type { CoordinationDetail, CoordinationLine } from './coordination-queries.ts';
import { coordinationTag } from './coordination-words.ts';
import { filingHref } from './filing-words.ts';

/** Who has it: the unit or the outside party by name, else the office. */
const ownerWords = ({ t }: Viewer, row: Pick<CoordinationLine, 'owner' | 'ownerUnit' | 'outsideName'>): string =>
  row.ownerUnit?.shortName ?? (row.owner === 'outside' ? row.outsideName : t(`coordinations.owner.${row.owner}`));

/** Since when the present owner has it, in working days: the supervisors' own waiting shows like everybody's (R26). */
const waitWords = (viewer: Viewer, row: Pick<CoordinationLine, 'status' | 'ownedSince'>): string | null =>
  isWaiting(row.status) ? viewer.t('coordinations.waits', { days: workingDaysBetween(dayOf(row.ownedSince), viewer.today, viewer.calendar) }) : null;

export type RejectedCoordination = Rejected & { act: CoordinationAct };

export function coordinationPage(viewer: Viewer, row: CoordinationDetail, units: { id: number; shortName: string }[], rejected: RejectedCoordination | null): Page {
  const { t, actor } = viewer;
  const shown = COORDINATION_ACTS.filter((act) => whyNotCoordination(actor, act, row) === null || rejected?.act === act);
  return {
    view: 'filings/coordination',
    data: {
      title: t('coordinations.title'),
      head: pageHead(t('coordinations.title'), {
        kicker: { label: `${row.task.number ?? ''} ${row.task.title}`, href: row.taskIsVisible ? filingHref(row.taskId, row.period) : null },
        tags: [coordinationTag(viewer, row)], summary: waitWords(viewer, row),
      }),
      matter: row.matter,
      answer: row.answer === '' ? null : row.answer,
      remark: row.remark === '' ? null : row.remark,
      facts: { items: factTerms(viewer, row) },
      acts: shown.map((act) => actForm(viewer, row, units, act, rejected?.act === act ? rejected : null)),
    },
  };
}

function factTerms(viewer: Viewer, row: CoordinationDetail): Term[] {
  const { t } = viewer;
  const by = (id: number | null, at: Date | null): string => `${row.names.get(id ?? 0) ?? ''} ${at === null ? '' : dayOf(at)}`.trim();
  return [
    termView(t('coordinations.field.unit'), row.unit.shortName, { note: periodWords(t, row.period) }),
    termView(t('coordinations.field.raised'), by(row.raisedById, row.raisedAt)),
    termView(t('coordinations.field.owner'), ownerWords(viewer, row), { note: waitWords(viewer, row) }),
    termView(t('coordinations.field.dueOn'), row.dueOn),
    ...(row.answeredAt === null ? [] : [termView(t('coordinations.field.answered'), by(row.answeredById, row.answeredAt))]),
    ...(row.reopened === 0 ? [] : [termView(t('coordinations.field.reopened'), t('coordinations.times', { count: row.reopened }))]),
    ...(row.settledAt === null ? [] : [termView(t(`coordinations.field.${row.status === 'dropped' ? 'dropped' : 'settled'}`), by(row.settledById, row.settledAt))]),
  ];
}

function actForm({ t }: Viewer, row: CoordinationDetail, units: { id: number; shortName: string }[], act: CoordinationAct, rejected: Rejected | null): Confirm {
  const words = { name: 'words', label: t(`coordinations.act.${act}.words`), kind: 'area' as const, rows: 3, required: act !== 'settle' };
  const wishes = act !== 'assign' ? [words] : [
    { name: 'owner', label: t('coordinations.field.owner'), kind: 'choice' as const, required: true, value: row.owner, choices: COORDINATION_OWNERS.map((value) => ({ value, label: t(`coordinations.owner.${value}`) })) },
    { name: 'ownerUnitId', label: t('coordinations.field.ownerUnit'), kind: 'choice' as const, value: row.ownerUnitId, choices: [{ value: '', label: t('coordinations.no_unit') }, ...units.map((u) => ({ value: String(u.id), label: u.shortName }))] },
    { name: 'outsideName', label: t('coordinations.field.outsideName'), value: row.outsideName },
    { name: 'days', label: t('coordinations.field.days', { max: COORDINATION_DAYS.most }), kind: 'number' as const, required: true, value: COORDINATION_DAYS.usual },
  ];
  const idOf = (name: string): string => `field-${act}-${name}`; // several of these forms stand on one page
  const form = formView(t, `/coordination/${String(row.id)}/${act}`, row.version, rejected);
  const summary = form.summary.map((line) => ({ ...line, href: line.href === null ? null : `#${idOf(line.href.slice('#field-'.length))}` }));
  const fields = wishes.map((wish) => ({ ...fieldView(t, wish, rejected), id: idOf(wish.name) }));
  return confirmView(t(`coordinations.act.${act}`), t(`coordinations.act.${act}.consequence`), t(`coordinations.act.${act}`), { ...form, summary }, {
    danger: act === 'reopen' || act === 'drop', hidden: [{ name: 'version', value: String(row.version) }], fields,
  });
}

const hrefOf = (part: CoordinationPart): string => (part === 'waiting' ? '/coordination' : `/coordination?part=${part}`);

export interface CoordinationListData { part: CoordinationPart; lines: CoordinationLine[]; counts: Record<CoordinationPart, number>; page: number }

export function coordinationListPage(viewer: Viewer, { part, lines, counts, page }: CoordinationListData): Page {
  const { t } = viewer;
  return {
    view: 'filings/coordinations',
    data: {
      title: t('coordinations.list.title'),
      head: pageHead(t('coordinations.list.title'), { summary: t('coordinations.list.summary', { count: counts[part] }) }),
      chips: { label: t('coordinations.list.parts'), items: COORDINATION_PARTS.map((each) => chipView(t(`coordinations.part.${each}`), hrefOf(each), { count: counts[each], current: each === part })) },
      rows: lines.map((line) => ({
        href: `/coordination/${String(line.id)}`, matter: line.matter, number: line.task.number ?? '', title: line.task.title, unit: line.unit.shortName,
        period: periodWords(t, line.period), owner: ownerWords(viewer, line), waits: waitWords(viewer, line), dueOn: line.dueOn, status: coordinationTag(viewer, line),
      })),
      paging: paging(counts[part], page, hrefOf(part), PAGE_SIZE),
      empty: emptyView('check', t('coordinations.list.empty'), t('coordinations.list.empty_hint')),
    },
  };
}
