import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { withQuery } from '../web/paging.ts';
import { actionView, chipView, emptyView, pageHead, tagView, termView, type Action, type Chips, type Tag } from '../web/view-parts.ts';
import type { ListedUnit, UnitDetails, UnitFilter } from './unit-details.ts';
import { UNIT_KINDS } from './unit.ts';

const mayEdit = ({ actor }: Viewer): boolean => actor.role === 'admin';

/** The city's units, kind by kind. */
export function unitsPage(viewer: Viewer, units: ListedUnit[], all: ListedUnit[], filter: UnitFilter, address: string): Page {
  const { t } = viewer;
  const title = t('units.list.title');
  const actions: Action[] = mayEdit(viewer) ? [actionView(t('units.list.new'), '/units/new', { look: 'primary', icon: 'plus' })] : [];
  return {
    view: 'units/list',
    data: {
      title,
      head: pageHead(title, { summary: t('units.list.summary', { count: all.filter((u) => u.active).length }), actions }),
      filter,
      kinds: kindChips(viewer, all, filter, address),
      sorts: { label: t('units.list.sort'), items: (['official', 'pinyin'] as const).map((sort) => chipView(t(`units.sort.${sort}`), withQuery(address, { sort: sort === 'official' ? null : sort }), { current: filter.sort === sort })) },
      groups: UNIT_KINDS.map((kind) => ({ label: t(`units.kind.${kind}`), units: units.filter((u) => u.kind === kind).map((u) => unitRow(viewer, u)) })).filter((group) => group.units.length > 0),
      empty: units.length > 0 ? null : emptyView('units', t('units.list.none'), t('units.list.none_text')),
    },
  };
}

function kindChips({ t }: Viewer, all: ListedUnit[], filter: UnitFilter, address: string): Chips {
  const chip = (kind: string, label: string, count: number): Chips['items'][number] => chipView(label, withQuery(address, { kind: kind === '' ? null : kind }), { count, current: filter.kind === kind });
  const kinds = UNIT_KINDS.map((kind) => ({ kind, count: all.filter((u) => u.kind === kind).length })).filter(({ count }) => count > 0);
  return { label: t('units.list.kinds'), items: [chip('', t('units.list.all'), all.length), ...kinds.map(({ kind, count }) => chip(kind, t(`units.kind.${kind}`), count))] };
}

const dissolved = ({ t }: Viewer, unit: { active: boolean }): Tag | null => (unit.active ? null : tagView(t('units.state.dissolved')));

const unitRow = (viewer: Viewer, unit: ListedUnit): Record<string, unknown> => ({
  href: `/units/${unit.id}`, shortName: unit.shortName, name: unit.name === unit.shortName ? '' : unit.name,
  aliases: unit.aliases.map((a) => a.name).join(viewer.t('units.comma')), people: unit._count.posts, dissolved: dissolved(viewer, unit),
});

const OVERSEERS = ['supervisor', 'inspector', 'leader'];

/** The days in the unit's hands are for those who watch over all units, and for the unit itself. */
function unitActions(viewer: Viewer, id: number): Action[] {
  const { t, actor } = viewer;
  const own = actor.unitId === id && (actor.role === 'head' || actor.role === 'clerk');
  return [
    ...(own || OVERSEERS.includes(actor.role) ? [actionView(t('units.show.holder_days'), `/supervision/holders/unit-${String(id)}`, { icon: 'clock' })] : []),
    ...(mayEdit(viewer) || (actor.unitId === id && (actor.role === 'head' || actor.role === 'supervisor')) ? [actionView(t('units.show.work'), `/units/${String(id)}/work`, { icon: 'people' })] : []),
    ...(mayEdit(viewer) ? [actionView(t('units.show.edit'), `/units/${String(id)}/edit`, { icon: 'edit' })] : []),
  ];
}

/** One unit: what it is called, what it is for, who is in it. */
export function unitPage(viewer: Viewer, unit: UnitDetails): Page {
  const { t } = viewer;
  const tag = dissolved(viewer, unit);
  return {
    view: 'units/show',
    data: {
      title: unit.shortName,
      head: pageHead(unit.shortName, {
        kicker: { label: t('units.list.title'), href: '/units' }, summary: unit.name, tags: [tagView(t(`units.kind.${unit.kind}`), 'info'), ...(tag === null ? [] : [tag])],
        actions: unitActions(viewer, unit.id),
      }),
      facts: { items: [
        termView(t('units.field.aliases'), unit.aliases.length === 0 ? '—' : unit.aliases.map((a) => a.name).join(t('units.comma'))),
        termView(t('units.field.parent'), unit.parent?.shortName ?? '—', unit.parent === null ? {} : { href: `/units/${unit.parent.id}` }),
        termView(t('units.field.phone'), unit.phone ?? '—'),
        termView(t('units.show.letters'), unit.initials),
      ] },
      children: unit.children.map((child) => ({ label: child.shortName, href: `/units/${child.id}` })),
      duties: unit.duties.map((duty) => tagView(duty.word)),
      people: unit.posts.map((post) => ({ name: post.account.name, title: post.title, role: t(`accounts.role.${post.role}`) })),
    },
  };
}
