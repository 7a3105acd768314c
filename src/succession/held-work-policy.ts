import type { Actor } from '../kernel/actor.ts';
import { NotFound } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';

/** A unit's head divides its work; supervisors, who have no head over them, divide theirs among themselves; the administrator where somebody leaves. */
export const mayHandOn = ({ role, unitId }: Pick<Actor, 'role' | 'unitId'>, unit: number): boolean =>
  role === 'admin' || (unitId === unit && (role === 'head' || role === 'supervisor'));

/** The administrator has no rights in the matter itself (DOMAIN §1): numbers will do to find a successor. */
export const seesTitles = ({ role }: Pick<Actor, 'role'>): boolean => role !== 'admin';

/** Who holds what is the unit's own business. @throws NotFound */
export function gateHeldWork(actor: Actor, unit: number): void {
  markChecked();
  if (!mayHandOn(actor, unit)) throw new NotFound(`work of unit ${unit}`);
}
