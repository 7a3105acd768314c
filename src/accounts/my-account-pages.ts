import type { Actor } from '../kernel/actor.ts';
import { momentOf } from '../kernel/clock.ts';
import { LOCALES } from '../kernel/text.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Config } from '../config.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field, type Rejected } from '../web/forms.ts';
import { actionView, pageHead, tagView, termView, type Action } from '../web/view-parts.ts';
import { browserName } from './browser-name.ts';
import { delegationForm, delegationRow } from './delegation-pages.ts';
import type { ListedDelegation } from './delegation-queries.ts';
import { PASSWORD_PROFILES } from './password-rules.ts';
import type { OpenSession } from './session-queries.ts';

export interface MyAccount {
  login: string;
  locale: string | null;
  passwordChangedAt: Date | null;
  posts: Actor[];
  delegations: ListedDelegation[];
  colleagues: { id: number; name: string; title: string }[];
  sessions: OpenSession[];
  /** Id of the session that asks. */
  present: string;
}

export function myAccountPage(viewer: Viewer, mine: MyAccount, rejected: Rejected | null): Page {
  const { t, actor } = viewer;
  const title = t('accounts.me.title');
  const language = LOCALES.map((value) => ({ value, label: t(`accounts.locale.${value}`) }));
  return {
    view: 'accounts/me',
    data: {
      title,
      head: pageHead(title, { summary: t('accounts.me.summary'), actions: [actionView(t('accounts.me.messages'), '/me/messages', { icon: 'bell' }), actionView(t('accounts.me.change_password'), '/me/password', { icon: 'key' })] }),
      facts: { items: [
        termView(t('accounts.field.name'), actor.name), termView(t('accounts.field.login'), mine.login),
        termView(t('accounts.me.password_changed'), mine.passwordChangedAt === null ? t('accounts.me.never') : momentOf(mine.passwordChangedAt)),
      ] },
      form: formView(t, '/me/language', null, rejected),
      language: fieldView(t, { name: 'locale', label: t('accounts.me.language'), kind: 'choice', value: mine.locale ?? viewer.locale, choices: language }, rejected),
      posts: mine.posts.map((post) => postRow(viewer, post)),
      delegations: mine.delegations.map((row) => delegationRow(viewer, row)),
      delegate: delegationForm(viewer, mine.colleagues, rejected),
      sessions: mine.sessions.map((session) => sessionRow(viewer, session, mine.present)),
      endOthers: mine.sessions.length > 1 ? actionView(t('accounts.me.end_others'), '/me/sessions/ending', { post: true, hidden: [{ name: 'session', value: 'others' }] }) : null,
    },
  };
}

function postRow({ t, actor }: Viewer, post: Actor): { unit: string; title: string; onBehalf: string | null; role: string; present: object | null; act: Action | null } {
  const present = post.postId === actor.postId;
  return {
    unit: post.unitName, title: post.title, onBehalf: post.onBehalfOf === undefined ? null : t('shell.on_behalf', { name: post.onBehalfOf.name, until: post.onBehalfOf.until }), role: t(`accounts.role.${post.role}`),
    present: present ? tagView(t('accounts.me.present_post'), 'info') : null,
    act: present ? null : actionView(t('accounts.me.act_in_post'), '/me/post', { post: true, hidden: [{ name: 'post', value: String(post.postId) }] }),
  };
}

function sessionRow({ t }: Viewer, session: OpenSession, presentId: string): Record<string, unknown> {
  const present = session.id === presentId;
  return {
    begun: momentOf(session.createdAt), seen: momentOf(session.seenAt), address: session.address ?? '', agent: browserName(session.agent ?? ''),
    present: present ? tagView(t('accounts.me.present_session'), 'info') : null,
    act: present ? null : actionView(t('accounts.me.end_session'), '/me/sessions/ending', { post: true, hidden: [{ name: 'session', value: session.id }] }),
  };
}

/** The form for another password; with an initial or outdated one, why nothing else can be opened. */
export function passwordPage({ t }: Pick<Viewer, 't'>, config: Config, mustChange: boolean, rejected: Rejected | null): Page {
  const field = (name: string, autocomplete: string, hint?: string): Field =>
    fieldView(t, { name, label: t(`accounts.password.field.${name}`), kind: 'password', required: true, autocomplete, ...(hint === undefined ? {} : { hint }) }, rejected);
  const title = t('accounts.password.title');
  return {
    view: 'accounts/password',
    data: {
      title,
      mustChange,
      form: formView(t, '/me/password', null, rejected),
      fields: [field('current', 'current-password'), field('password', 'new-password', passwordHint(t, config)), field('again', 'new-password')],
    },
  };
}

/** The rules in one sentence. */
export function passwordHint(t: Viewer['t'], { passwordProfile }: Config): string {
  const { length, kinds, maxAgeDays } = PASSWORD_PROFILES[passwordProfile];
  return t(`accounts.password.hint.${passwordProfile}`, { length, kinds, days: maxAgeDays ?? 0 });
}
