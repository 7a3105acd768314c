import type { Words } from '../kernel/text.ts';
import type { Config } from '../config.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { passwordHint } from './my-account-pages.ts';

/** The form for the first administrator. */
export function setupPage(t: Words, config: Config, rejected: Rejected | null): Page {
  const units = ['changsha', 'own'].map((value) => ({ value, label: t(`accounts.setup.units.${value}`) }));
  return {
    view: 'accounts/setup',
    data: {
      title: t('accounts.setup.title'),
      form: formView(t, '/setup', null, rejected),
      fields: [
        fieldView(t, { name: 'token', label: t('accounts.setup.token'), required: true, autocomplete: 'off' }, rejected),
        fieldView(t, { name: 'login', label: t('accounts.field.login'), hint: t('accounts.field.login_hint'), required: true, autocomplete: 'username' }, rejected),
        fieldView(t, { name: 'name', label: t('accounts.field.name'), required: true, autocomplete: 'name' }, rejected),
        fieldView(t, { name: 'password', label: t('accounts.field.password'), kind: 'password', hint: passwordHint(t, config), required: true, autocomplete: 'new-password' }, rejected),
        fieldView(t, { name: 'again', label: t('accounts.password.field.again'), kind: 'password', required: true, autocomplete: 'new-password' }, rejected),
        fieldView(t, { name: 'units', label: t('accounts.setup.units'), kind: 'choice', value: 'changsha', choices: units }, rejected),
        fieldView(t, { name: 'unit', label: t('accounts.setup.own_unit'), hint: t('accounts.setup.own_unit_hint') }, rejected),
      ],
    },
  };
}
