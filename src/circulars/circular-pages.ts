import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import { addMonths } from '../kernel/days.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { actionView, confirmView, emptyView, pageHead, tagView, type Confirm } from '../web/view-parts.ts';
import { mayDrawUp, whyNotPublish } from './circular-policy.ts';
import type { circularLines, CircularDetail } from './circular-queries.ts';
import { CRITERIA } from './criteria.ts';
import { ENTRY_RULINGS, type EntryRuling } from './entry-objection-lifecycle.ts';
import { ownEntry, whyNotEntry } from './entry-objection-policy.ts';
import { rankEntries, type RankedGroup } from './ranking.ts';

/** Groups of peers as tables: place of how many, points, items, and why somebody is not ranked. */
export const groupViews = ({ t }: Viewer, groups: RankedGroup[]) => groups.map((g) => ({
  heading: t('circulars.group', { group: t(`circulars.peers.${g.group}`), n: g.entries.length, ranked: g.ranked }),
  rows: g.entries.map((e) => ({
    unit: e.unit, items: e.items, points: e.points, average: e.average.toFixed(2),
    place: e.place === null ? null : t('circulars.place', { place: e.place, of: g.ranked }),
    why: e.struck ? t('circulars.struck') : e.place === null ? t('circulars.too_few') : null,
  })),
}));

export function circularListPage(viewer: Viewer, lines: Awaited<ReturnType<typeof circularLines>>, rejected: Rejected | null): Page {
  const { t, actor, today } = viewer;
  const month = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const mayRead = actor.role === 'supervisor' || actor.role === 'leader' || actor.role === 'inspector';
  return {
    view: 'circulars/list',
    data: {
      title: t('circulars.title'),
      head: pageHead(t('circulars.title'), { summary: t('circulars.summary'), actions: mayRead ? [actionView(t('circulars.rules.title'), '/circulars/rules')] : [] }),
      rows: lines.map((l) => ({ href: `/circulars/${String(l.id)}`, number: l.number, month: l.month, units: l._count.entries, until: l.objectUntil, status: tagView(t(`circulars.status.${l.status}`), l.status === 'published' ? 'ok' : 'warn') })),
      form: !mayDrawUp(actor) ? null : { ...formView(t, '/circulars', null, rejected), field: fieldView(t, { name: 'month', label: t('circulars.month'), value: month, hint: t('circulars.month_hint'), required: true }, rejected) },
      empty: emptyView('chart', t('circulars.empty'), t('circulars.empty_hint')),
    },
  };
}

/** The circular of a month, to be read and printed; before it is published a unit reads its own entry here and may object. */
export function circularPage(viewer: Viewer, circular: CircularDetail, rejected: RejectedStep | null): Page {
  const { t, today } = viewer;
  const struck = new Set(circular.objections.filter((o) => o.status === 'upheld').map((o) => o.unitId));
  const published = circular.status === 'published';
  const groups = rankEntries(circular.entries, struck);
  const overseer = ['supervisor', 'inspector', 'leader'].includes(viewer.actor.role);
  return {
    view: 'circulars/show',
    data: {
      title: circular.number,
      head: pageHead(t('circulars.heading', { month: circular.month }), {
        kicker: { label: t('circulars.title'), href: '/circulars' }, tags: [tagView(t(`circulars.status.${circular.status}`), published ? 'ok' : 'warn')],
        summary: published ? t('circulars.published_on', { number: circular.number, day: dayOf(circular.publishedAt ?? circular.drawnUpAt) }) : t('circulars.shown_until', { number: circular.number, day: circular.objectUntil }),
      }),
      groups: overseer || published ? groupViews(viewer, groups) : [],
      own: circular.entries.filter((e) => e.unitId === viewer.actor.unitId).map((e) => ({
        heading: t('circulars.own', { points: e.points, items: e.items }), lines: CRITERIA.filter((c) => e.counts[c] > 0).map((c) => t('circulars.line', { criterion: t(`circulars.criterion.${c}`), count: e.counts[c], points: e.counts[c] * circular.points[c] })),
      })),
      rules: CRITERIA.map((c) => t('circulars.rule', { criterion: t(`circulars.criterion.${c}`), points: circular.points[c] })).join(t('units.comma')),
      objections: circular.mine.map((o) => ({ unit: o.unit, reason: o.reason, status: tagView(t(`circulars.objection.${o.status}`)), ruling: o.ruling, who: circular.names.get(o.objectedById) ?? '' })),
      acts: actsOf(viewer, circular, rejected),
      reason: overseer && !published && whyNotPublish(viewer.actor, circular, today) !== null ? t(whyNotPublish(viewer.actor, circular, today) ?? '', { day: circular.objectUntil }) : null,
    },
  };
}

type RejectedStep = Rejected & { act: string };

function actsOf(viewer: Viewer, circular: CircularDetail, rejected: RejectedStep | null): Confirm[] {
  const { t, actor, today } = viewer;
  const publish = (): Confirm => confirmView(t('circulars.act.publish'), t('circulars.act.publish_consequence'), t('circulars.act.publish'), formView(t, `/circulars/${String(circular.id)}/publication`, circular.version, rejected?.act === 'publish' ? rejected : null), { hidden: [{ name: 'version', value: String(circular.version) }] });
  const mayObject = whyNotEntry(actor, 'object', ownEntry(actor, circular), today) === null || rejected?.act === 'object';
  const rulings = circular.mine.flatMap((objection) => ENTRY_RULINGS.filter((act) => whyNotEntry(actor, act, { circular, unitId: objection.unitId, objection }, today) === null)
    .map((act) => rulingForm(viewer, circular.id, objection, act, rejected?.act === 'rule' ? rejected : null)));
  return [
    ...(whyNotPublish(actor, circular, today) === null ? [publish()] : []),
    ...(mayObject ? [objectionForm(viewer, circular, rejected?.act === 'object' ? rejected : null)] : []),
    ...rulings,
  ];
}

const objectionForm = ({ t }: Viewer, { id, objectUntil }: CircularDetail, rejected: Rejected | null): Confirm =>
  confirmView(t('circulars.entry.object'), t('circulars.entry.object_consequence', { day: objectUntil }), t('circulars.entry.object'), formView(t, `/circulars/${String(id)}/objections`, null, rejected), {
    fields: [fieldView(t, { name: 'reason', label: t('circulars.entry.reason'), kind: 'area', rows: 3, required: true }, rejected)],
  });

function rulingForm({ t }: Viewer, circularId: number, { id, version, unit }: CircularDetail['mine'][number], act: EntryRuling, rejected: Rejected | null): Confirm {
  const label = t('circulars.entry.of', { unit, act: t(`circulars.entry.${act}`) });
  return confirmView(label, t(`circulars.entry.${act}_consequence`), label, formView(t, `/circulars/${String(circularId)}/rulings`, version, rejected), {
    hidden: [{ name: 'version', value: String(version) }, { name: 'objectionId', value: String(id) }, { name: 'decision', value: act }],
    fields: [fieldView(t, { name: 'ruling', label: t('circulars.entry.ruling'), kind: 'area', rows: 3, required: true }, rejected)],
  });
}
