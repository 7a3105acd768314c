// What the rewritten guards ask while mutants are tried: which of them is switched off now, and which were come across.
import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage();

/** `id` of the guard that is switched off, 0 for none; `hits` takes the guards come across. */
export const current = { id: 0, hits: new Set() };

/** Whether this guard is switched off; a gate is as well where the call around it is. */
export function off(id) {
  current.hits.add(id);
  return current.id === id || inside.getStore() === true;
}

/** Runs a call with the gates inside it switched off, where this call's own number is up. */
export function during(id, call) {
  current.hits.add(id);
  return current.id === id ? inside.run(true, call) : call();
}
