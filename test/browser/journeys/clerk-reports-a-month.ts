import { Clicks, expectThat, signInByClick, type JourneyTools } from '../journey.ts';

export const name = 'A clerk writes the month\'s report and the head signs it off: at most four clicks each, from the sign-in on';

export async function run({ open }: JourneyTools): Promise<void> {
  const page = await open(null);
  const clicks = new Clicks();
  await signInByClick(page, clicks, 'fagai');
  await clicks.on(page.locator('[aria-labelledby="pile-report"] .pile-act a').first());
  await page.locator('#filing-form').waitFor();
  const report = new URL(page.url()).pathname;
  await page.fill('#field-progress', '95');
  await page.fill('#field-done', '本月新开工项目两个，完成投资按序时推进，台账已更新。');
  await clicks.on(page.locator('.form-buttons .btn-primary'));
  await page.locator('.flash-success').waitFor();
  expectThat(clicks.count <= 4, `the clerk needed ${String(clicks.count)} clicks`);
  await signOff(await open(null), report);
}

async function signOff(page: Awaited<ReturnType<JourneyTools['open']>>, report: string): Promise<void> {
  const clicks = new Clicks();
  await signInByClick(page, clicks, 'fagai-head');
  await clicks.on(page.locator(`[aria-labelledby="pile-signoff"] a[href^="${report}"]`).first());
  await clicks.on(page.locator('.form-buttons .btn-primary'));
  await page.locator('.flash-success').waitFor();
  expectThat(clicks.count <= 4, `the head needed ${String(clicks.count)} clicks`);
}
