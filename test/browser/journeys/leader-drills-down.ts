import { expectThat, type JourneyTools } from '../journey.ts';

export const name = 'A leader opens the number of red tasks and finds exactly as many, each with its reason';

export async function run({ open }: JourneyTools): Promise<void> {
  const page = await open('shizhang');
  const red = page.locator('.metric-red .metric-value a').first();
  const count = Number((await red.innerText()).replace(/\D/g, ''));
  await red.click();
  await page.locator('tr[data-row]').first().waitFor();
  expectThat((await page.locator('.page-head-summary').innerText()).includes(String(count)), `the list says ${String(count)} too`);
  await page.locator('tr[data-row] [data-open]').first().click();
  expectThat((await page.locator('.why').first().innerText()).trim() !== '', 'the task says why it is red');
}
