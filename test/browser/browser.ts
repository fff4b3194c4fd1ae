import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';

const executable = [
  process.env.UNTOIL_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path): path is string => path !== undefined && existsSync(path));
const built = existsSync(new URL('../../dist/web/index.html', import.meta.url));

/** Like describe; left out with one clear line where there is no browser or the pages are not built. */
export const describeInBrowser = (name: string, work: () => void) => {
  if (executable && built) return describe(name, work);
  const missing = executable
    ? 'the pages are not built (npm run build)'
    : 'no Chromium (apt-get install chromium)';
  console.log(`browser tests left out: ${missing}`);
  return describe.skip(name, work);
};

/** How a visitor looks at the pages. */
export interface Look {
  language?: 'en' | 'ko';
  theme?: 'light' | 'dark';
  width?: number;
}

/** One browser for the block; every page's errors, policy violations included, fail the test that made them. */
export const useBrowser = (url: () => string) => {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable as string, args: ['--no-sandbox'] });
  });
  afterEach(() => {
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    /** A visitor of their own: cookies and storage are shared with nobody. */
    async visit(look: Look = {}): Promise<Page> {
      const context = await browser.newContext({
        baseURL: url(),
        viewport: { width: look.width ?? 1440, height: 900 },
        colorScheme: look.theme ?? 'light',
        locale: look.language === 'ko' ? 'ko-KR' : 'en-GB',
        timezoneId: 'Asia/Seoul',
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    },
  };
};

/** Signs in through the page. */
export const signIn = async (page: Page, name: string, password: string): Promise<void> => {
  await page.goto('/login');
  await page.locator('input[autocomplete=username]').fill(name);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((address) => address.pathname === '/');
  await page.locator('main h1').waitFor();
};

/**
 * Goes to a page of the product as a link does: within the loaded application, which is much faster than loading it again.
 * Pages outside the shell are loaded.
 */
export const go = async (page: Page, address: string): Promise<void> => {
  if (/^\/(login|setup|invitation|password-reset)/.test(address)) {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return page.locator('h1').first().waitFor();
  }
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, address);
  const { pathname } = new URL(address, page.url());
  await page.locator(`main[data-page="${pathname}"] h1`).first().waitFor();
};
