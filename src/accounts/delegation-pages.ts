import type { Viewer } from '../kernel/viewer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { actionView, confirmView, tagView, type Action, type Confirm, type Tag, type Tone } from '../web/view-parts.ts';
import { mayDelegate } from './account-policy.ts';
import { delegationState, type DelegationState } from './delegation.ts';
import type { ListedDelegation } from './delegation-queries.ts';

const TONES: Record<DelegationState, Tone> = { coming: 'info', in_force: 'ok', over: 'neutral', revoked: 'neutral' };

export interface DelegationRow { who: string; post: string; term: string; reason: string; state: Tag; act: Action | null }

/** One delegation in words; with the button that takes it back for whoever gave it. */
export function delegationRow({ t, today, actor }: Viewer, row: ListedDelegation): DelegationRow {
  const state = delegationState(row, today);
  const running = state === 'coming' || state === 'in_force';
  return {
    who: t('accounts.delegation.who', { from: row.from, to: row.to }), post: `${row.unit} ${row.title}`, term: t('accounts.delegation.term', { from: row.startsOn, until: row.endsOn }), reason: row.reason,
    state: tagView(t(`accounts.delegation.${state}`), TONES[state]),
    act: running && row.fromId === actor.accountId && mayDelegate(actor) ? actionView(t('accounts.delegation.revoke'), `/me/delegations/${row.id}/revocation`, { post: true, look: 'outline-danger' }) : null,
  };
}

/** The form that lends the present post; null where it cannot be lent. */
export function delegationForm(viewer: Viewer, colleagues: { id: number; name: string; title: string }[], rejected: Rejected | null): Confirm | null {
  const { t, today, actor } = viewer;
  if (!mayDelegate(actor)) return null;
  const mine = rejected !== null && ('endsOn' in rejected.typed || 'startsOn' in rejected.typed) ? rejected : null;
  const choices = [{ value: '', label: t('accounts.field.choose') }, ...colleagues.map(({ id, name, title }) => ({ value: String(id), label: `${name} · ${title}` }))];
  return confirmView(t('accounts.delegation.give'), t('accounts.delegation.consequence', { post: `${actor.unitName} ${actor.title}` }), t('accounts.delegation.give_button'), formView(t, '/me/delegations', null, mine), { fields: [
    fieldView(t, { name: 'to', label: t('accounts.delegation.to'), kind: 'choice', required: true, choices }, mine),
    fieldView(t, { name: 'startsOn', label: t('accounts.delegation.starts'), kind: 'date', required: true, value: today }, mine),
    fieldView(t, { name: 'endsOn', label: t('accounts.delegation.ends'), kind: 'date', required: true }, mine),
    fieldView(t, { name: 'reason', label: t('accounts.delegation.reason'), hint: t('accounts.delegation.reason_hint'), required: true }, mine),
  ] });
}
