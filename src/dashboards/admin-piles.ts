import type { AccountWhereInput, UnitWhereInput } from '../kernel/db/client.ts';
import type { Context } from '../kernel/context.ts';
import { dayOf, timeOf } from '../kernel/clock.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile, type PileLook } from './desk-pile.ts';

// Accounts and units hold nothing of the matter itself; that only the administrator asks is the gate's business.

const ACCOUNT = {
  id: true, login: true, name: true, lockedUntil: true, createdAt: true,
  posts: { where: { active: true }, select: { title: true, unit: { select: { shortName: true } } }, orderBy: { id: 'asc' } },
} as const;

function accountPile(look: PileLook, where: (context: Context) => AccountWhereInput): DeskPile {
  return {
    ...pileLook(look),
    href: () => ownList(look.name),
    count: (context) => context.db.account.count({ where: where(context) }),
    rows: async (context, { t }, { skip, take }) => {
      const rows = await context.db.account.findMany({ where: where(context), select: ACCOUNT, orderBy: { login: 'asc' }, skip, take });
      return rows.map((a) => pileRow(`${a.name} · ${a.login}`, `/accounts/${a.id}`, {
        meta: a.posts.map((p) => `${p.unit.shortName} ${p.title}`),
        warn: a.lockedUntil !== null && a.lockedUntil > context.wallClock.now() ? t('desk.row.locked_until', { day: dayOf(a.lockedUntil), time: timeOf(a.lockedUntil) }) : null,
        action: actionView(t('desk.act.open_account'), `/accounts/${a.id}`),
      }));
    },
  };
}

export const lockedPile = accountPile({ name: 'locked', icon: 'key', tone: 'bad', waits: true }, ({ wallClock }) => ({ active: true, lockedUntil: { gt: wallClock.now() } }));
export const initialPasswordPile = accountPile({ name: 'initial_password', icon: 'key' }, () => ({ active: true, mustChangePassword: true }));

const unpeopled: UnitWhereInput = { active: true, posts: { none: { active: true, account: { active: true } } } };

export const unpeopledPile: DeskPile = {
  ...pileLook({ name: 'unpeopled', icon: 'units', tone: 'warn' }),
  href: () => ownList('unpeopled'),
  count: ({ db }) => db.unit.count({ where: unpeopled }),
  rows: async ({ db }, { t }, { skip, take }) => {
    const rows = await db.unit.findMany({ where: unpeopled, select: { id: true, name: true, kind: true }, orderBy: [{ sort: 'asc' }, { id: 'asc' }], skip, take });
    return rows.map((u) => pileRow(u.name, `/units/${u.id}`, { meta: [t(`units.kind.${u.kind}`)], action: actionView(t('desk.act.add_people'), '/accounts/new') }));
  },
};
