/** What a promise fails with; failing the test where it does not. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  let error: unknown;
  try {
    await promise;
  } catch (caught) {
    error = caught ?? new Error('failed with nothing');
  }
  if (error === undefined) throw new Error('it was expected to fail and did not');
  return error;
}
