import { turnToParameters } from '../../../src/dashboards/turn-to-parameters.ts';
import { adoptParameters } from '../../../src/parameters/adopt-parameters.ts';
import type { ParameterKind, Values } from '../../../src/parameters/parameter-set.ts';
import { proposeParameters } from '../../../src/parameters/propose-parameters.ts';
import { LIGHT_RULES } from '../../../src/lights/light-rules.ts';
import { capsOn } from '../../../src/units/burden-caps.ts';
import type { Stage } from './stage.ts';

/** The lights were milder in the first year; the caps on instructions were drawn in; a proposal lies with the others. */
export function tellParameters({ agenda, people, today }: Stage): void {
  const { context } = agenda;
  const propose = (kind: ParameterKind, values: Values, reason: string): Promise<number> => proposeParameters(context, people.any('supervisor'), kind, { values, reason });
  const adopt = async (kind: ParameterKind, id: number): Promise<void> => { await adoptParameters(context, people.any('leader'), kind, id, { version: 1 }); };
  agenda.on('2021-03-10', async () => { await adopt('lights', await propose('lights', { ...LIGHT_RULES, pointsRed: 40, pointsYellow: 15 }, '规划实施首年各单位正在熟悉填报，先从宽掌握')); });
  agenda.on('2021-04-01', () => turnToParameters(context));
  agenda.on('2021-12-08', async () => { await adopt('lights', await propose('lights', LIGHT_RULES, '首年过渡期结束，恢复办法规定的标准')); });
  agenda.on('2022-01-01', () => turnToParameters(context));
  agenda.on('2023-04-18', async () => { await adopt('caps', await propose('caps', { ...capsOn(context.parameters, today), slips: 10, verifications: 3 }, '为基层减负：督办文书从严，现场核查以帮助解决问题为主')); });
  agenda.on('2023-06-12', async () => { await propose('lights', { ...LIGHT_RULES, daysLeftYellow: 10, pointsYellow: 8 }, '上半年多个事项临近时限才提出困难，拟提前提醒'); });
}
