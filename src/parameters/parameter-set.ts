import type { Day } from '../kernel/clock.ts';
import { usualOf, type Bounds, type Parameters } from '../kernel/parameters.ts';
import { LIGHT_PARAMETERS } from '../lights/light-rules.ts';
import { CAP_PARAMETERS } from '../units/burden-caps.ts';

/** What can be set: a closed list, so that nothing is reckoned by what is not work (R28). */
export const PARAMETER_KINDS = ['lights', 'caps'] as const;
export type ParameterKind = (typeof PARAMETER_KINDS)[number];

const BOUNDS: Readonly<Record<ParameterKind, Readonly<Record<string, Bounds>>>> = { lights: LIGHT_PARAMETERS, caps: CAP_PARAMETERS };

export const namesOf = (kind: ParameterKind): string[] => Object.keys(BOUNDS[kind]);

/** @throws Error for a name that the kind does not have, which is a bug */
export function boundsOf(kind: ParameterKind, name: string): Bounds {
  const bounds = BOUNDS[kind][name];
  if (bounds === undefined) throw new Error(`no parameter ${name} of ${kind}`);
  return bounds;
}

export type Values = Readonly<Record<string, number>>;

/** Those that nobody has set. */
export const usualValues = (kind: ParameterKind): Values => usualOf(BOUNDS[kind]);

/** All values of the kind in force on a day. */
export const valuesOn = (parameters: Parameters, kind: ParameterKind, day: Day): Values => ({ ...usualValues(kind), ...parameters.valuesOn(kind, day) });
