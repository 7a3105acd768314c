import { dayOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { UnitName } from '../units/unit.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field, type Rejected } from '../web/forms.ts';
import { actionView, emptyView, pageHead } from '../web/view-parts.ts';
import type { deadDeliveries } from './delivery-queries.ts';
import { CHANNEL_KINDS } from './message.ts';
import type { MessageSettings } from './reminder-rules.ts';

export interface ListedChannel { id: number; kind: string; host: string; createdAt: Date; version: number; unit: { shortName: string } }

export interface Keeping {
  settings: MessageSettings & { version: number };
  channels: ListedChannel[];
  dead: Awaited<ReturnType<typeof deadDeliveries>>;
  units: UnitName[];
  /** This server writes and delivers at all. */
  isRunning: boolean;
  hasMail: boolean;
}

/** When reminders go out, where to, and what did not arrive. */
export function settingsPage(viewer: Viewer, keeping: Keeping, rejected: Rejected | null): Page {
  const { t } = viewer;
  const title = t('messages.settings.title');
  const isChannel = rejected !== null && 'address' in rejected.typed;
  const isAside = rejected !== null && 'reason' in rejected.typed;
  return {
    view: 'messages/settings',
    data: {
      title,
      head: pageHead(title, { kicker: { label: t('messages.inbox.title'), href: '/messages' }, summary: t('messages.settings.summary') }),
      notRunning: keeping.isRunning ? null : t('messages.settings.not_running'),
      mail: t(keeping.hasMail ? 'messages.settings.mail_on' : 'messages.settings.mail_off'),
      times: timesView(viewer, keeping.settings, isChannel || isAside ? null : rejected),
      channel: channelView(viewer, keeping.units, isChannel ? rejected : null),
      channels: keeping.channels.map((c) => ({
        unit: c.unit.shortName, kind: t(`messages.robot.${c.kind}`), host: c.host, since: dayOf(c.createdAt),
        act: actionView(t('messages.settings.end'), `/messages/channels/${String(c.id)}/ending`, { post: true, look: 'outline-danger', hidden: [{ name: 'version', value: String(c.version) }] }),
      })),
      noChannels: keeping.channels.length > 0 ? null : t('messages.settings.no_channels'),
      aside: keeping.dead.length === 0 ? null : {
        ...formView(t, '/messages/deliveries/setting-aside', null, isAside ? rejected : null),
        reason: fieldView(t, { name: 'reason', label: t('messages.settings.aside_reason'), required: true }, isAside ? rejected : null),
      },
      dead: keeping.dead.map((d) => ({
        id: d.id, tick: t('messages.settings.tick', { unit: d.unit, day: d.day }),
        day: d.day, unit: d.unit, channel: t(`messages.channel.${d.channel}`), why: t(`messages.failure.${d.error ?? 'unreachable'}`), attempts: d.attempts,
        act: d.day === viewer.today ? actionView(t('messages.settings.retry'), `/messages/deliveries/${String(d.id)}/retry`, { post: true }) : null,
      })),
      noDead: keeping.dead.length > 0 ? null : emptyView('check', t('messages.settings.no_dead')),
    },
  };
}

function timesView({ t }: Viewer, settings: Keeping['settings'], rejected: Rejected | null) {
  const field = (name: keyof MessageSettings, value: string | number, more: { kind?: 'number'; hint?: string } = {}): Field =>
    fieldView(t, { name, label: t(`messages.settings.${name}`), value, required: true, ...more }, rejected);
  return {
    form: formView(t, '/messages/settings', settings.version, rejected),
    before: field('before', settings.before.join(', '), { hint: t('messages.settings.before_hint') }),
    numbers: [field('repeatDays', settings.repeatDays, { kind: 'number' }), field('coolDownDays', settings.coolDownDays, { kind: 'number' }), field('reviewDays', settings.reviewDays, { kind: 'number' })],
    hours: [field('from', settings.from), field('until', settings.until)],
  };
}

function channelView({ t }: Viewer, units: UnitName[], rejected: Rejected | null) {
  const complaint = rejected?.complaints.find((c) => c.field === 'unit');
  const chosen = rejected?.typed['unit'] ?? '';
  return {
    form: formView(t, '/messages/channels', null, rejected),
    unit: {
      id: 'field-unit', name: 'unit', label: t('messages.settings.unit'), hint: null, required: true, error: complaint === undefined ? null : t(complaint.key, complaint.values),
      choices: [{ value: '', label: t('messages.settings.choose'), initials: '', selected: chosen === '' }, ...units.map((u) => ({ value: String(u.id), label: u.shortName, initials: u.initials, selected: String(u.id) === chosen }))],
    },
    fields: [
      fieldView(t, { name: 'kind', label: t('messages.settings.kind'), kind: 'choice', required: true, choices: CHANNEL_KINDS.map((kind) => ({ value: kind, label: t(`messages.robot.${kind}`) })) }, rejected),
      fieldView(t, { name: 'address', label: t('messages.settings.address'), required: true, autocomplete: 'off', hint: t('messages.settings.address_hint') }, rejected),
      fieldView(t, { name: 'secret', label: t('messages.settings.secret'), kind: 'password', autocomplete: 'off', hint: t('messages.settings.secret_hint') }, rejected),
    ],
  };
}
