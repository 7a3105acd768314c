import type { Viewer } from '../kernel/viewer.ts';
import { lightOn } from '../lights/turning-days.ts';
import { dayOf } from '../kernel/clock.ts';
import { lightView, tagView, type Confirm, type LightView, type Tag } from '../web/view-parts.ts';
import { actFormView } from './act-form.ts';
import type { Wish } from './act-wish.ts';
import { heldLight, OVERRIDE_LIGHTS } from './light-override.ts';
import { OVERRIDE_ACTS, type OverrideAct } from './override-lifecycle.ts';
import { ANOTHER, whyNotOverride } from './override-policy.ts';
import type { RejectedAct } from './rejected-act.ts';
import type { TaskDetail } from './task-queries.ts';

const PATHS: Record<OverrideAct, string> = { set: 'light', propose: 'light', agree: 'light/agreement', decline: 'light/declining', lift: 'light/lifting' };

const ASKED: Wish[] = [
  { name: 'light', kind: 'choice', required: true, choices: OVERRIDE_LIGHTS, words: 'shell.light' },
  { name: 'reason', kind: 'area', required: true }, { name: 'expiresOn', kind: 'date', required: true },
];
const WISHES: Record<OverrideAct, Wish[]> = { set: ASKED, propose: ASKED, agree: [], decline: [{ name: 'remark', kind: 'area', required: true }], lift: [] };

/** A light as people see it: set by hand where that holds, with what is computed as a mark beside it (R20). */
export function shownLight({ t }: Viewer, computed: LightView, held: string | null): { light: LightView; mark: Tag | null } {
  const by = OVERRIDE_LIGHTS.find((l) => l === held);
  if (by === undefined || by === computed.code) return { light: computed, mark: null };
  const light = lightView(t, by, { ...computed, word: t('tasks.light.by_hand', { light: t(`shell.light.${by}`) }) });
  return { light, mark: tagView(t('tasks.light.computed', { light: computed.word }), 'warn') };
}

export function lightOfTask(viewer: Viewer, task: TaskDetail, computed: LightView): { light: LightView; mark: Tag | null } {
  const inForce = task.lightOverrides.find((o) => o.status === 'in_force');
  return shownLight(viewer, computed, heldLight(inForce, lightOn(task, viewer.today), task, viewer.today));
}

/** What was set or proposed by hand, with reason and last day, and what this person may do about it. */
export function overrideBox(viewer: Viewer, task: TaskDetail, names: ReadonlyMap<number, string>, rejected: RejectedAct | null) {
  const { t, actor, today } = viewer;
  const open = task.lightOverrides.filter((o) => o.status === 'proposed' || (o.status === 'in_force' && o.expiresOn >= today));
  const acts = OVERRIDE_ACTS.filter((act) => whyNotOverride(actor, act, { taskStatus: task.status, overrides: open }) === null);
  if (open.length === 0 && acts.length === 0) return null;
  // What is theirs but for the four eyes is told with who else can.
  const whys = OVERRIDE_ACTS.map((act) => whyNotOverride(actor, act, { taskStatus: task.status, overrides: open }));
  return {
    why: whys.includes(ANOTHER) ? t(ANOTHER) : null,
    lines: open.map((o) => ({
      light: lightView(t, OVERRIDE_LIGHTS.find((l) => l === o.light) ?? 'yellow'),
      text: t(`tasks.override.${o.status}`, { day: dayOf(o.decidedAt ?? o.proposedAt), who: names.get(o.decidedById ?? o.proposedById) ?? '', until: o.expiresOn, computed: t(`shell.light.${o.computed}`) }),
      reason: o.reason,
    })),
    acts: acts.map((act): Confirm => actFormView(viewer, {
      name: `override_${act}`, href: `/tasks/${task.id}/${PATHS[act]}`, words: `tasks.override.${act}`, version: task.version, danger: false, wishes: WISHES[act],
    }, rejected?.act === `override_${act}` ? rejected : null)),
  };
}
