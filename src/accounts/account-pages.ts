import { momentOf } from '../kernel/clock.ts';
import { ROLES } from '../kernel/actor.ts';
import type { Words } from '../kernel/text.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { UnitName } from '../units/unit.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { paging } from '../web/paging.ts';
import { actionView, emptyView, pageHead, tagView, type Tag } from '../web/view-parts.ts';
import type { AccountFilter, ListedAccount } from './account-list.ts';
import type { Created } from './create-account.ts';

type State = Pick<ListedAccount, 'active' | 'lockedUntil' | 'isDemonstration'>;

/** Disabled, locked, demonstration: whatever is out of the ordinary. */
export function stateTags({ t }: Pick<Viewer, 't'>, account: State, wallNow: Date): Tag[] {
  const tags: Tag[] = [];
  if (!account.active) tags.push(tagView(t('accounts.state.disabled'), 'bad'));
  if (account.lockedUntil !== null && account.lockedUntil > wallNow) tags.push(tagView(t('accounts.state.locked', { until: momentOf(account.lockedUntil) }), 'warn'));
  if (account.isDemonstration) tags.push(tagView(t('accounts.state.demonstration')));
  return tags;
}

/** The role stands beside the title where the title does not say it. */
function postInWords(t: Words, post: ListedAccount['posts'][number]): string {
  const role = t(`accounts.role.${post.role}`);
  return `${post.unit.shortName} ${post.title === role ? role : t('accounts.list.post', { title: post.title, role })}`;
}

export function accountsPage(viewer: Viewer, found: { total: number; accounts: ListedAccount[] }, filter: AccountFilter, address: string, wallNow: Date): Page {
  const { t } = viewer;
  const title = t('accounts.list.title');
  return {
    view: 'accounts/list',
    data: {
      title,
      head: pageHead(title, { summary: t('accounts.list.summary', { count: found.total }), actions: [actionView(t('accounts.list.new'), '/accounts/new', { look: 'primary', icon: 'plus' })] }),
      search: filter.search,
      accounts: found.accounts.map((account) => ({
        href: `/accounts/${account.id}`, login: account.login, name: account.name, tags: stateTags(viewer, account, wallNow),
        posts: account.posts.map((post) => postInWords(t, post)),
      })),
      empty: found.total > 0 ? null : emptyView('people', t('accounts.list.none'), t('accounts.list.none_text')),
      paging: paging(found.total, filter.page, address),
    },
  };
}

/** A select that becomes type-ahead, as components/unit-choice draws it. */
export function unitChoice({ t }: Pick<Viewer, 't'>, units: UnitName[], chosen: string, rejected: Rejected | null): object {
  const complaint = rejected?.complaints.find((c) => c.field === 'unit');
  const value = rejected?.typed['unit'] ?? chosen;
  const choices = units.map((unit) => ({ value: String(unit.id), label: unit.shortName, initials: unit.initials, selected: String(unit.id) === value }));
  return {
    id: 'field-unit', name: 'unit', label: t('accounts.field.unit'), hint: null, required: true, error: complaint === undefined ? null : t(complaint.key, complaint.values),
    choices: [{ value: '', label: t('accounts.field.choose'), initials: '', selected: value === '' }, ...choices],
  };
}

/** The fields that say which post somebody holds. */
export function postFields(viewer: Pick<Viewer, 't'>, units: UnitName[], rejected: Rejected | null): { unit: object; role: object; postTitle: object } {
  const { t } = viewer;
  return {
    unit: unitChoice(viewer, units, '', rejected),
    role: fieldView(t, { name: 'role', label: t('accounts.field.role'), kind: 'choice', required: true, choices: ROLES.map((role) => ({ value: role, label: t(`accounts.role.${role}`) })) }, rejected),
    postTitle: fieldView(t, { name: 'title', label: t('accounts.field.title'), hint: t('accounts.field.title_hint'), required: true }, rejected),
  };
}

export function newAccountPage(viewer: Viewer, units: UnitName[], rejected: Rejected | null): Page {
  const { t } = viewer;
  const title = t('accounts.new.title');
  return {
    view: 'accounts/new',
    data: {
      title,
      head: pageHead(title, { kicker: { label: t('accounts.list.title'), href: '/accounts' }, summary: t('accounts.new.summary') }),
      form: formView(t, '/accounts', null, rejected),
      login: fieldView(t, { name: 'login', label: t('accounts.field.login'), hint: t('accounts.field.login_hint'), required: true, autocomplete: 'off' }, rejected),
      name: fieldView(t, { name: 'name', label: t('accounts.field.name'), required: true }, rejected),
      ...postFields(viewer, units, rejected),
    },
  };
}

/** The one-time password, shown this once. */
export function oneTimePasswordPage({ t }: Viewer, created: Created): Page {
  const title = t('accounts.once.title');
  return {
    view: 'accounts/one-time-password',
    data: {
      title,
      head: pageHead(title, { kicker: { label: `${created.login} ${created.name}`, href: `/accounts/${created.accountId}` } }),
      ...created,
      back: actionView(t('accounts.once.back'), `/accounts/${created.accountId}`, { look: 'primary' }),
    },
  };
}
