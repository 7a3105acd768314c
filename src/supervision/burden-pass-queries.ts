import type { Context } from '../kernel/context.ts';
import type { CapPass } from './burden.ts';
import { handedIn } from '../tasks/hand-over-cap.ts';
import { daysOf } from './burden-queries.ts';
import { instantsOf } from './slip-filter.ts';

// The overseers' own list: the route's gate is the scope.

const UNIT = { select: { shortName: true } } as const;
const GIVEN = { not: null } as const;

/** What went beyond a unit's cap in a month, and why: read from the requests themselves. */
export async function passesIn({ db }: Context, month: string, unitId?: number): Promise<CapPass[]> {
  const where = { capReason: GIVEN, ...(unitId === undefined ? {} : { unitId }) };
  const [handed, slips, visits, instructions] = await Promise.all([
    db.assignment.findMany({ where: { ...where, ...handedIn(month) }, select: { unitId: true, unit: UNIT, capReason: true, handedAt: true, task: { select: { id: true, number: true, issuedAt: true } } }, orderBy: { id: 'asc' } }),
    db.slip.findMany({ where: { ...where, issuedAt: instantsOf(month) }, select: { id: true, unitId: true, unit: UNIT, capReason: true, number: true, issuedAt: true }, orderBy: { id: 'asc' } }),
    db.verification.findMany({ where: { ...where, visitedOn: daysOf(month) }, select: { id: true, unitId: true, unit: UNIT, capReason: true, number: true, visitedOn: true }, orderBy: { id: 'asc' } }),
    db.instruction.findMany({ where: { ...where, registeredAt: instantsOf(month) }, select: { id: true, unitId: true, unit: UNIT, capReason: true, number: true, registeredAt: true }, orderBy: { id: 'asc' } }),
  ]);
  const pass = (kind: CapPass['kind'], row: { unitId: number; unit: { shortName: string }; capReason: string | null }, rest: Pick<CapPass, 'on' | 'number' | 'href'>): CapPass =>
    ({ kind, unitId: row.unitId, unit: row.unit.shortName, reason: row.capReason ?? '', ...rest });
  return [
    ...handed.map((row) => pass('handed', row, { on: row.handedAt ?? row.task.issuedAt ?? '', number: row.task.number ?? '', href: `/tasks/${row.task.id}` })),
    ...slips.map((row) => pass('slips', row, { on: row.issuedAt, number: row.number, href: `/slips/${row.id}` })),
    ...visits.map((row) => pass('verifications', row, { on: row.visitedOn, number: row.number, href: `/verifications/${row.id}` })),
    ...instructions.map((row) => pass('instructions', row, { on: row.registeredAt, number: row.number, href: `/instructions/${row.id}` })),
  ];
}
