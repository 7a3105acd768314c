import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { chipView, confirmView, emptyView, pageHead, type Chips, type Confirm } from '../web/view-parts.ts';
import { SLIP_KINDS, SLIP_STATES } from './slip.ts';
import { NO_SLIP_FILTER, slipsHref, type SlipFilter } from './slip-filter.ts';
import { whyNotReply } from './slip-policy.ts';
import type { SlipDetail, SlipLine } from './slip-queries.ts';
import { groundWords, slipLine, slipTag } from './slip-words.ts';
import { supervisionTabs } from './supervision-tabs.ts';

/** A day as official papers write it, 2023年6月15日. */
export function paperDay({ t }: Viewer, day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return t('supervision.sheet.day', { year, month, date });
}

/** A slip as the sheet that is printed, and the reply to it. */
export function slipPage(viewer: Viewer, slip: SlipDetail, rejected: Rejected | null): Page {
  const { t } = viewer;
  const issuedOn = dayOf(slip.issuedAt);
  const form = t(`supervision.kind.${slip.kind}`);
  return {
    view: 'supervision/slip',
    data: {
      title: `${form} ${slip.number}`,
      head: pageHead(form, { kicker: { label: `${slip.task.number ?? ''} ${slip.task.title}`, href: `/tasks/${String(slip.taskId)}` }, tags: [slipTag(viewer, slip)], summary: t('supervision.slip.summary', { unit: slip.unit.shortName, day: slip.replyDueOn }) }),
      sheet: {
        form, number: slip.number, unit: slip.unit.name, issuer: slip.issuer, issuedOn: paperDay(viewer, issuedOn),
        matter: t('supervision.sheet.matter', {
          title: slip.task.title, number: slip.task.number ?? '', citation: slip.task.citation, ground: groundWords(viewer, { kind: slip.ground, day: slip.groundDay }, issuedOn, paperDay(viewer, slip.groundDay)),
        }),
        deadlines: slip.task.originalDeadline === slip.task.deadline ? null : t('supervision.sheet.deadlines', { original: paperDay(viewer, slip.task.originalDeadline), deadline: paperDay(viewer, slip.task.deadline) }),
        reason: slip.reason, requirement: slip.requirement, urgent: slip.urgentReason, cap: slip.capReason,
        due: t('supervision.sheet.due', { day: paperDay(viewer, slip.replyDueOn) }),
        contact: t('supervision.sheet.contact', { name: slip.issuedBy, contact: slip.task.contact }),
      },
      reply: slip.reply === null || slip.repliedAt === null ? null : { text: slip.reply, who: slip.repliedBy, on: paperDay(viewer, dayOf(slip.repliedAt)) },
      replyForm: replyForm(viewer, slip, rejected),
    },
  };
}

function replyForm({ t, actor }: Viewer, slip: SlipDetail, rejected: Rejected | null): Confirm | null {
  if (whyNotReply(actor, slip) !== null && rejected === null) return null;
  const field = fieldView(t, { name: 'reply', label: t('supervision.field.reply'), kind: 'area', rows: 6, required: true }, rejected);
  const form = formView(t, `/slips/${String(slip.id)}/reply`, slip.version, rejected);
  return { ...confirmView(t('supervision.form.reply'), t('supervision.form.reply_consequence'), t('supervision.form.reply_button'), form, { hidden: [{ name: 'version', value: String(slip.version) }], fields: [field] }), open: true };
}

/** The register of all slips, or of a unit's own. */
export function slipListPage(viewer: Viewer, filter: SlipFilter, { lines, total, unit }: { lines: SlipLine[]; total: number; unit: string | null }): Page {
  const { t } = viewer;
  return {
    view: 'supervision/slips',
    data: {
      title: t('supervision.slips.title'),
      head: pageHead(t('supervision.slips.title'), { summary: t('supervision.slips.summary', { count: total }) }),
      tabs: supervisionTabs(viewer, 'slips'),
      chips: filterChips(viewer, filter, unit),
      rows: lines.map((line) => slipLine(viewer, line)),
      paging: paging(total, filter.page, slipsHref(filter), PAGE_SIZE),
      empty: emptyView('bell', t('supervision.slips.empty'), t('supervision.slips.empty_hint')),
    },
  };
}

function filterChips({ t }: Viewer, filter: SlipFilter, unit: string | null): Chips {
  const toggle = <K extends keyof SlipFilter>(name: K, value: SlipFilter[K], label: string) =>
    chipView(label, slipsHref({ ...filter, page: 1, [name]: filter[name] === value ? NO_SLIP_FILTER[name] : value }), { current: filter[name] === value });
  return {
    label: t('tasks.filter.set'),
    items: [
      ...SLIP_KINDS.map((kind) => toggle('kind', kind, t(`supervision.kind.${kind}`))),
      ...SLIP_STATES.map((state) => toggle('state', state, t(`supervision.state.${state}`))),
      ...(unit === null ? [] : [chipView(unit, slipsHref({ ...filter, page: 1, unit: null }), { removable: true })]),
      ...(filter.month === null ? [] : [chipView(filter.month, slipsHref({ ...filter, page: 1, month: null }), { removable: true })]),
    ],
  };
}
