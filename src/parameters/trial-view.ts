import type { Viewer } from '../kernel/viewer.ts';
import { LIGHTS } from '../lights/light.ts';
import { whyLight } from '../lights/light-words.ts';
import { lightView } from '../web/view-parts.ts';
import type { CapTrial } from './cap-trial-queries.ts';
import type { LightTrial } from './light-trial-queries.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** From which light to which: a table with today's lights as rows, and a few tasks of each kind of change. */
export function lightTrialView({ t }: Viewer, { counts, examples }: LightTrial) {
  const changed = sum(counts.map((row, from) => sum(row.filter((_n, to) => to !== from))));
  return {
    summary: t(changed === 0 ? 'parameters.trial.none' : 'parameters.trial.changed', { changed, all: sum(counts.map(sum)) }),
    columns: LIGHTS.map((light) => lightView(t, light)),
    rows: LIGHTS.map((light, from) => ({
      light: lightView(t, light), total: sum(counts[from] ?? []),
      cells: LIGHTS.map((to, column) => ({ label: t(`shell.light.${to}`), count: counts[from]?.[column] ?? 0, stays: column === from, turns: column !== from && (counts[from]?.[column] ?? 0) > 0 })),
    })),
    totals: LIGHTS.map((light, to) => ({ label: t(`shell.light.${light}`), count: sum(counts.map((row) => row[to] ?? 0)) })),
    all: sum(counts.map(sum)),
    examples: examples.map((task) => ({
      href: `/tasks/${String(task.id)}`, number: task.number ?? '', title: task.title, unit: task.unit ?? '', from: lightView(t, task.from), to: lightView(t, task.to), why: whyLight(t, { light: task.to, rule: task.rule, values: task.values }),
    })),
  };
}

/** How many units would have been asked for a reason in the last month, by then and by now. */
export const capTrialView = ({ t }: Viewer, { month, rows }: CapTrial) => ({
  summary: t('parameters.trial.month', { month }), href: `/supervision/burden?month=${month}`,
  rows: rows.map((row) => ({ label: t(`parameters.name.${row.kind}`), cap: row.cap, units: row.units, proposed: row.proposed, unitsThen: row.unitsThen, changes: row.cap !== row.proposed })),
});
