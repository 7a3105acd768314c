import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { chipView, confirmView, pageHead, tagView, termView, type Chips, type Confirm, type Tag, type Term } from '../web/view-parts.ts';
import { inForceFrom } from './adopt-parameters.ts';
import type { CapTrial } from './cap-trial-queries.ts';
import type { LightTrial } from './light-trial-queries.ts';
import type { ParameterRow } from './parameter-queries.ts';
import { boundsOf, namesOf, PARAMETER_KINDS, valuesOn, type ParameterKind, type Values } from './parameter-set.ts';
import { mayPropose, whyNotDecide } from './parameter-set-policy.ts';
import { capTrialView, lightTrialView } from './trial-view.ts';

export interface Shown {
  kind: ParameterKind;
  sets: ParameterRow[];
  /** What is tried, or proposed; null where nothing is, and for those who do not see every task. */
  values: Values | null;
  isProposal: boolean;
  lights: LightTrial | null;
  caps: CapTrial | null;
}

/** What is in force, what is proposed and what that would change, and how it was before. */
export function parameterPage(viewer: Viewer, { kind, sets, values, isProposal, lights, caps }: Shown, rejected: Rejected | null): Page {
  const { t, today } = viewer;
  const title = t(`parameters.${kind}.title`);
  const inForceId = sets.find((set) => set.fromDay !== null && set.fromDay <= today)?.id;
  return {
    view: 'parameters/show',
    data: {
      title,
      head: pageHead(title, { summary: t(`parameters.${kind}.summary`) }),
      tabs: tabs(viewer, kind),
      inForce: { items: terms(viewer, kind, valuesOn(viewer.parameters, kind, today)) },
      sets: sets.map((set) => setView(viewer, kind, set, set.id === inForceId)),
      trial: values === null ? null : {
        heading: t(isProposal ? 'parameters.trial.of_proposal' : 'parameters.trial.of_form'),
        lights: lights === null ? null : lightTrialView(viewer, lights), caps: caps === null ? null : capTrialView(viewer, caps),
      },
      form: mayPropose(viewer.actor) ? proposalForm(viewer, kind, sets, rejected) : null,
      errors: formView(t, '', null, rejected),
    },
  };
}

const tabs = ({ t }: Viewer, kind: ParameterKind): Chips => ({ label: t('parameters.tabs'), items: PARAMETER_KINDS.map((one) => chipView(t(`parameters.${one}.title`), `/parameters/${one}`, { current: one === kind })) });

const terms = ({ t }: Viewer, kind: ParameterKind, values: Values): Term[] => namesOf(kind).map((name) => {
  const { usual } = boundsOf(kind, name);
  return termView(t(`parameters.name.${name}`), t(`parameters.value.${name}`, { value: values[name] ?? usual }), { note: values[name] === usual ? null : t('parameters.usual', { usual }) });
});

function tagOf({ t }: Viewer, { status, fromDay }: ParameterRow, isNow: boolean): Tag {
  if (status !== 'adopted') return tagView(t(`parameters.status.${status}`), status === 'proposed' ? 'warn' : 'neutral');
  return tagView(t('parameters.from', { day: fromDay ?? '' }), isNow ? 'ok' : 'info');
}

function setView(viewer: Viewer, kind: ParameterKind, set: ParameterRow, isNow: boolean) {
  const { t, actor } = viewer;
  const open = set.status === 'proposed';
  const why = open ? whyNotDecide(actor, 'adopt', set) : null;
  return {
    tag: tagOf(viewer, set, isNow), reason: set.reason, made: t('parameters.made', { who: set.proposedBy, day: dayOf(set.proposedAt) }),
    decided: set.decidedBy === null || set.decidedAt === null ? null : t(`parameters.decided.${set.status}`, { who: set.decidedBy, day: dayOf(set.decidedAt), remark: set.remark }),
    values: { items: terms(viewer, kind, set.values) }, acts: open ? decisionForms(viewer, kind, set) : [], why: why === null ? null : t(why),
  };
}

function decisionForms({ t, actor, today }: Viewer, kind: ParameterKind, set: ParameterRow): Confirm[] {
  const hidden = [{ name: 'version', value: String(set.version) }];
  const form = (path: string) => formView(t, `/parameters/${kind}/${String(set.id)}/${path}`, null, null);
  const remark = fieldView(t, { name: 'remark', label: t('parameters.act.decline.remark'), kind: 'area', rows: 2, required: true }, null);
  return [
    ...(whyNotDecide(actor, 'adopt', set) === null ? [confirmView(t('parameters.act.adopt'), t('parameters.act.adopt_consequence', { day: inForceFrom(today) }), t('parameters.act.adopt'), form('adoption'), { hidden })] : []),
    ...(whyNotDecide(actor, 'decline', set) === null ? [confirmView(t('parameters.act.decline'), t('parameters.act.decline_consequence'), t('parameters.act.decline'), form('refusal'), { hidden, fields: [remark], danger: true })] : []),
  ];
}

/** One form for both: to see what it would change, and to propose it. */
function proposalForm({ t, parameters, today }: Viewer, kind: ParameterKind, sets: readonly ParameterRow[], rejected: Rejected | null) {
  const now = sets.find((set) => set.status === 'adopted')?.values ?? valuesOn(parameters, kind, today);
  return {
    ...formView(t, `/parameters/${kind}`, null, rejected),
    trial: `/parameters/${kind}/trial`,
    numbers: namesOf(kind).map((name) => {
      const { least, most } = boundsOf(kind, name);
      return fieldView(t, { name, label: t(`parameters.name.${name}`), kind: 'number', value: now[name] ?? null, required: true, hint: t('parameters.bounds', { least, most }) }, rejected);
    }),
    reason: fieldView(t, { name: 'reason', label: t('parameters.reason'), kind: 'area', rows: 2, required: true }, rejected),
  };
}
