import { DEMONSTRATION_PASSWORD } from '../../../src/accounts/demonstration-cast.ts';
import { PHONE } from '../browser.ts';
import { expectThat, type JourneyTools } from '../journey.ts';

export const name = 'A clerk signs in on a phone without JavaScript, unfolds the navigation and changes the language';

export async function run({ open }: JourneyTools): Promise<void> {
  const browser = (await open(null)).context().browser();
  const context = await browser?.newContext({ javaScriptEnabled: false, viewport: PHONE, baseURL: (await open(null)).url() });
  if (context === undefined) throw new Error('no browser');
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.fill('#field-login', 'shangwu');
  await page.fill('#field-password', DEMONSTRATION_PASSWORD);
  await page.click('.sign-in-box button[type="submit"]');
  await page.waitForURL((url) => url.pathname === '/');
  await page.click('.nav-fold > summary');
  expectThat(await page.locator('.nav-panel .nav-list').isVisible(), 'the navigation unfolds');
  await page.click('.language button');
  expectThat((await page.locator('html').getAttribute('lang')) === 'en', 'the page is in English');
}
