import { AsyncLocalStorage } from 'node:async_hooks';

/** What one HTTP request carries along: whether anybody asked who may do this, and the key of the form that was sent. */
export interface RequestScope {
  id: string;
  checked: boolean;
  formKey: string | null;
}

const storage = new AsyncLocalStorage<RequestScope>();

export const runInScope = <T>(scope: RequestScope, fn: () => T): T => storage.run(scope, fn);

export const currentScope = (): RequestScope | undefined => storage.getStore();

/** Called by every gate and every scoped query; the net in web/ refuses an answer for which nobody called it. */
export function markChecked(): void {
  const scope = storage.getStore();
  if (scope) scope.checked = true;
}
