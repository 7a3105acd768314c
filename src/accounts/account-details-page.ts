import { momentOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { UnitName } from '../units/unit.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { actionView, confirmView, pageHead, tagView, termView, type Action, type Confirm, type Term } from '../web/view-parts.ts';
import type { AccountDetails } from './account-details.ts';
import { postFields, stateTags } from './account-pages.ts';

/** One account: who, which posts, and what the administrator can do with it. */
export function accountDetailsPage(viewer: Viewer, account: AccountDetails, units: UnitName[], wallNow: Date, rejected: Rejected | null): Page {
  const { t } = viewer;
  const own = account.id === viewer.actor.accountId;
  return {
    view: 'accounts/show',
    data: {
      title: account.name,
      head: pageHead(account.name, { kicker: { label: t('accounts.list.title'), href: '/accounts' }, summary: account.login, tags: stateTags(viewer, account, wallNow) }),
      facts: { items: facts(viewer, account) },
      own,
      posts: [...account.posts].sort((a, b) => Number(b.active) - Number(a.active)).map((post) => postRow(viewer, account, post, own)),
      acts: own ? [] : acts(viewer, account),
      unlock: isLocked(account, wallNow) ? post(viewer, account, 'unlocking', 'outline-primary') : null,
      form: formView(t, `/accounts/${account.id}`, account.version, rejected),
      name: fieldView(t, { name: 'name', label: t('accounts.field.name'), value: account.name, required: true }, rejected),
      postForm: own ? null : formView(t, `/accounts/${account.id}/posts`, null, null),
      ...postFields(viewer, units, rejected),
    },
  };
}

const isLocked = (account: AccountDetails, wallNow: Date): boolean => account.lockedUntil !== null && account.lockedUntil > wallNow;

function facts({ t }: Viewer, account: AccountDetails): Term[] {
  return [
    termView(t('accounts.field.login'), account.login),
    termView(t('accounts.show.created'), momentOf(account.createdAt)),
    termView(t('accounts.me.password_changed'), account.passwordChangedAt === null ? t('accounts.me.never') : momentOf(account.passwordChangedAt), account.mustChangePassword ? { note: t('accounts.show.must_change') } : {}),
    termView(t('accounts.show.sessions'), String(account._count.sessions)),
  ];
}

const versionOf = (row: { version: number }): { name: string; value: string }[] => [{ name: 'version', value: String(row.version) }];

function post({ t }: Viewer, account: AccountDetails, act: string, look: Action['look']): Action {
  return actionView(t(`accounts.act.${act}`), `/accounts/${account.id}/${act}`, { post: true, look, hidden: versionOf(account) });
}

function acts(viewer: Viewer, account: AccountDetails): Confirm[] {
  const ask = (act: string, danger: boolean): Confirm => confirmView(
    viewer.t(`accounts.act.${act}`), viewer.t(`accounts.act.${act}.consequence`, { name: account.name }), viewer.t(`accounts.act.${act}`),
    formView(viewer.t, `/accounts/${account.id}/${act}`, null, null), { danger, hidden: versionOf(account) },
  );
  return [ask('password-reset', false), account.active ? ask('suspension', true) : ask('reinstatement', false)];
}

function postRow(viewer: Viewer, account: AccountDetails, row: AccountDetails['posts'][number], own: boolean): Record<string, unknown> {
  const { t } = viewer;
  return {
    unit: row.unit.shortName, unitHref: `/units/${row.unitId}`, title: row.title, role: t(`accounts.role.${row.role}`),
    ended: row.active ? null : tagView(t('accounts.state.post_ended')),
    act: !row.active || own ? null : actionView(t('accounts.act.post_ending'), `/accounts/${account.id}/posts/${row.id}/ending`, { look: 'outline-danger' }),
  };
}
