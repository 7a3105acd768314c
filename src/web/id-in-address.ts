import type { Request } from 'express';
import { NotFound } from '../kernel/errors.ts';

const LARGEST = 2 ** 31;

/** The id in an address. @throws NotFound where it is not a number that an id can be */
export function idInAddress(req: Request, name = 'id'): number {
  const text = req.params[name];
  const id = typeof text === 'string' && /^[0-9]{1,10}$/.test(text) ? Number(text) : 0;
  if (id < 1 || id >= LARGEST) throw new NotFound(name);
  return id;
}
