import { Clicks, expectThat, type JourneyTools } from '../journey.ts';

export const name = 'A supervisor reads a report, ticks the five points at once and accepts it: three clicks';

export async function run({ open }: JourneyTools): Promise<void> {
  const page = await open('duchashi');
  const clicks = new Clicks();
  const before = await page.locator('[aria-labelledby="pile-review"] .pile-count').first().innerText();
  await clicks.on(page.locator('[aria-labelledby="pile-review"] .pile-act a').first());
  await clicks.on(page.locator('.tick-all input'));
  await clicks.on(page.locator('button[name="verdict"][value="accepted"]'));
  await page.locator('.flash-success').waitFor();
  expectThat(clicks.count <= 3, `it took ${String(clicks.count)} clicks`);
  await page.goto('/');
  const after = await page.locator('[aria-labelledby="pile-review"] .pile-count').first().innerText();
  expectThat(Number(after) === Number(before) - 1, `${before} waited before and ${after} afterwards`);
}
