import type { Request } from 'express';
import { NotFound } from '../kernel/errors.ts';
import type { Address } from './filing-place.ts';

const PERIOD = /^(?:once|[0-9]{4}(?:-(?:[0-9]{2}|Q[1-4]|H[12]))?)$/;

/** The id in an address. @throws NotFound where it is not a number that an id can be */
export function idIn(req: Request): number {
  return numberIn(req.params['id']);
}

/** A number in an address that an id or a round can be. @throws NotFound */
export function numberIn(value: unknown): number {
  const id = typeof value === 'string' ? Number(value) : 0;
  if (!Number.isInteger(id) || id < 1 || id >= 2 ** 31) throw new NotFound();
  return id;
}

/** Task and period in an address. @throws NotFound */
export function placeIn(req: Request): { taskId: number; period: string } {
  const period = req.params['period'];
  if (typeof period !== 'string' || !PERIOD.test(period)) throw new NotFound('period');
  return { taskId: idIn(req), period };
}

/** The same with the branch that the query names; none means the person's own unit. @throws NotFound */
export function addressIn(req: Request): Address {
  const branch = req.query['branch'];
  return { ...placeIn(req), branchId: branch === undefined ? null : numberIn(branch) };
}
