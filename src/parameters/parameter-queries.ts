import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { usualValues, type ParameterKind, type Values } from './parameter-set.ts';
import { PARAMETER_LIFE, type ParameterStatus } from './parameter-set-lifecycle.ts';

// What is set is everybody's to read (they are lit and capped by it); the routes' gate is the scope.

/** What stands in a set; a parameter that was not there yet when it was proposed is at its usual value. */
export const readValues = (kind: ParameterKind, text: string): Values => ({ ...usualValues(kind), ...(JSON.parse(text) as Values) });

export interface ParameterRow {
  id: number;
  status: ParameterStatus;
  values: Values;
  reason: string;
  remark: string;
  proposedById: number;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  fromDay: string | null;
  version: number;
}

/** What was proposed and decided, the newest first; a proposal that another replaced is left to the log. */
export async function parameterSets({ db }: Context, kind: ParameterKind): Promise<ParameterRow[]> {
  const rows = await db.parameterSet.findMany({ where: { kind, status: { not: PARAMETER_LIFE.replace.to } }, orderBy: { id: 'desc' } });
  const people = await db.account.findMany({ where: { id: { in: rows.flatMap((row) => [row.proposedById, row.decidedById ?? 0]) } }, select: { id: true, name: true } });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return rows.map((row) => ({
    ...row, status: row.status as ParameterStatus, values: readValues(kind, row.values),
    proposedBy: names.get(row.proposedById) ?? '', decidedBy: row.decidedById === null ? null : names.get(row.decidedById) ?? '',
  }));
}

/** The values that will count in the end: those adopted last, in force already or not yet; null where there are none. */
export async function comingValues(db: Tx, kind: ParameterKind): Promise<Values | null> {
  const last = await db.parameterSet.findFirst({ where: { kind, status: PARAMETER_LIFE.adopt.to }, orderBy: [{ fromDay: 'desc' }, { id: 'desc' }], select: { values: true } });
  return last === null ? null : readValues(kind, last.values);
}
