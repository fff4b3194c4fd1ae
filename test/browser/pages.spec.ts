import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { patternPicture, writePatterns } from '../factories/pattern-pictures.js';
import { plainZip } from '../factories/plain-zip.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { addressesOf } from './addresses.js';
import { describeInBrowser, go, signIn, useBrowser } from './browser.js';
import { serveLargeReport } from './large-report.js';

// what a page shows where a message is missing: its key
const UNTRANSLATED =
  /\b(?:common|shell|home|toil|incidents|automate|datasets|doctor|pipelines|run|models|alerts|settings|state)\.[a-z]\w+(?:\.\w+)+/;
const PASSWORD = 'correct horse battery';
const ERROR =
  "OutOfRangeError: FIFOQueue '_3_batch/fifo_queue' is closed and has insufficient elements (requested 100, current size 0)";

const png = (label: number, number: number): Promise<Buffer> =>
  sharp(patternPicture(label, number).subarray(13), { raw: { width: 48, height: 48, channels: 1 } })
    .png()
    .toBuffer();

describeInBrowser('the pages', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-pages-'));
  writePatterns(root, 3, 20, 6);
  // As a spreadsheet writes it: a mark, a header, semicolons and carriage returns.
  for (const part of ['training', 'validation']) {
    const lines = readFileSync(join(root, `${part}.csv`), 'utf8')
      .replaceAll(',', ';')
      .replaceAll('\n', '\r\n');
    writeFileSync(join(root, `broken-${part}.csv`), `\ufeffpath;name;label\r\n${lines}`);
  }
  const api = useApi({ importRoots: [root] });
  useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, importRoots: [root] }));
  const browser = useBrowser(() => api.url);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  let page: Page;
  let run = '';
  let incident = '';
  beforeAll(async () => {
    await api.must(`mutation {
      checkout: createService(input: { key: "checkout", name: "Checkout" }) { userErrors { code } }
      han: createPerson(input: { key: "han", name: "Seo-yeon Han", zone: "Asia/Seoul" }) { userErrors { code } }
      pods: defineTaskType(input: { key: "pods", name: "Restart pods", forcedClass: TOIL }) { userErrors { code } }
    }`);
    await api.must(`mutation {
      a: setAllocation(input: { person: "han", service: "checkout", sharePercent: "100", from: "2026-01-01" }) { userErrors { code } }
      b: createAccount(input: { name: "han", role: ADMIN, person: "han", password: "${PASSWORD}" }) { userErrors { code message } }
      c: logWork(input: { person: "han", service: "checkout", taskType: "pods", date: "${new Date().toISOString().slice(0, 10)}", duration: "2h" }) { userErrors { code } }
      d: registerAutomation(input: { key: "restart-pods", service: "checkout", taskType: "pods", baselineMinutes: "14" }) { userErrors { code } }
      e: saveAutomationCandidate(input: { key: "pods", occurrences: 10, handsOnMinutes: "15", coverableShare: "0.9", buildHours: "20" }) { userErrors { code } }
    }`);
    const opened = await api.must(
      'mutation { openIncident(input: { service: "checkout", title: "Checkout answers 502" }) { incident { id } userErrors { code } } }',
    );
    incident = opened.openIncident.incident.id;
    await api.must(
      'mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { userErrors { message } } }',
      {
        input: {
          key: 'broken',
          root,
          trainingManifest: 'broken-training.csv',
          validationManifest: 'broken-validation.csv',
        },
      },
    );
    await api.must('mutation { validateDataset(key: "broken") { userErrors { message } } }');
    page = await browser.visit();
    await signIn(page, 'han', PASSWORD);
  });

  it('take a data set in, upload a picture to it, train it to a live model and ask that about another picture', async () => {
    await go(page, '/datasets');
    await page.getByRole('button', { name: 'New dataset' }).first().click();
    await page.getByRole('button', { name: 'Folder on the server' }).click();
    await page.getByLabel('Key').fill('patterns');
    await page.getByLabel('Folder').fill(root);
    await page.getByRole('button', { name: 'Import and check' }).click();
    await page.waitForURL(/datasets\/patterns$/);
    await page.getByText('60 training and 18 validation pictures, 3 classes').waitFor();

    await page.getByLabel('Class', { exact: true }).selectOption('class-2');
    const upload = { name: 'new.png', mimeType: 'image/png', buffer: await png(2, 77) };
    await page.locator('input[type=file]').setInputFiles(upload);
    await page.getByText('1 picture taken, 0 known already, 0 refused.').waitFor();

    await go(page, '/pipelines');
    await page.getByRole('button', { name: 'New pipeline' }).first().click();
    await page.getByLabel('Key').fill('bars');
    await page.getByLabel('Dataset').selectOption('patterns');
    for (const [label, value] of [
      ['Batch size', '20'],
      ['Steps', '60'],
      ['Learning rate', '0.001'],
      ['Accuracy floor, %', '40'],
    ] as const)
      await page.getByLabel(label).fill(value);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.waitForURL(/pipelines\/bars$/);
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.waitForURL(/pipelines\/bars\/runs\/run_/);
    run = page.url().split('/').at(-1) ?? '';
    await page.getByText('v1 is the first model and passes the floor.').waitFor({ timeout: 200_000 });
    expect(await page.locator('.steps .st').count()).toBe(6);
    await page.locator('.head').getByText('Done').waitFor();

    await go(page, '/models/bars');
    await page.getByText('v1 is live').waitFor();
    const asked = { name: 'bars.png', mimeType: 'image/png', buffer: await png(1, 99) };
    await page.locator('input[type=file]').setInputFiles(asked);
    await page.locator('.probs li').first().waitFor();
    expect(await page.locator('.try .mid').textContent()).toMatch(/^class-\d$/);
    expect(await page.locator('.probs li').count()).toBe(3);
  }, 240_000);

  it('make a data set of two zips from the browser', async () => {
    const zip = async (name: string, from: number, count: number) => {
      const entries = [0, 1].flatMap((label) =>
        Array.from({ length: count }, async (_, at) => ({
          name: Buffer.from(`person-${label}/${at}.png`),
          content: await png(label, from + at),
        })),
      );
      return { name, mimeType: 'application/zip', buffer: plainZip(await Promise.all(entries)) };
    };
    await go(page, '/pipelines');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Type a command, a page or a name').fill('new dataset');
    await page.keyboard.press('Enter');
    await page.waitForURL(/datasets\?new=1$/);
    await page.getByLabel('Key').fill('zipped');
    await page.getByLabel('Pictures, one zip').setInputFiles(await zip('faces.zip', 0, 6));
    await page
      .getByLabel('Pictures for validation, a second zip')
      .setInputFiles(await zip('more.zip', 50, 2));
    await page.getByRole('button', { name: 'Upload and check' }).click();
    await page.waitForURL(/datasets\/zipped$/);
    await page.getByText('12 training and 4 validation pictures, 2 classes').waitFor({ timeout: 30_000 });
  });

  it('open dialogs from a link, save them by ⌘Enter and close them by Escape', async () => {
    await go(page, '/incidents?new=1');
    const dialog = page.getByRole('dialog', { name: 'Open an incident' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForURL(({ search }) => search === '');
    await go(page, `/incidents/${incident}`);
    await page.getByLabel('What was done').fill('drained the node');
    const saved = page.waitForResponse((response) =>
      /drained the node/.test(response.request().postData() ?? ''),
    );
    await page.keyboard.press('Control+Enter');
    await saved;
  });

  it('explain every figure of the lead card, and take the report away on a phone', async () => {
    await go(page, '/toil');
    const labels = page.locator('.team .kv .def');
    await labels.first().waitFor();
    expect(await labels.count()).toBe(4);
    for (const label of await labels.all()) {
      await label.click();
      await page.locator('.pop p').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.pop').waitFor({ state: 'detached' });
    }
    const phone = await browser.visit({ width: 390 });
    await signIn(phone, 'han', PASSWORD);
    await go(phone, '/toil');
    await phone.locator('.team .kv').waitFor();
    await phone.getByRole('button', { name: 'Actions' }).click();
    const download = phone.waitForEvent('download');
    await phone.getByRole('menuitem', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^toil-.*\.csv$/);
  });

  it('print the report on light paper and over its whole width, whatever the screen shows', async () => {
    const dark = await browser.visit({ theme: 'dark' });
    await signIn(dark, 'han', PASSWORD);
    await go(dark, '/toil');
    await dark.locator('.team').waitFor();
    await dark.emulateMedia({ media: 'print' });
    const paper = await dark.evaluate(() => ({
      share: (document.querySelector('main')?.getBoundingClientRect().width ?? 0) / innerWidth,
      card: getComputedStyle(document.querySelector('.card') as Element).backgroundColor,
    }));
    expect(paper.share).toBeGreaterThan(0.95);
    expect(paper.card).toBe('rgb(255, 255, 255)');
    expect(await dark.locator('.nav, .top, .acts').filter({ visible: true }).count()).toBe(0);
  });

  it('take a picture out of use beside its finding, and bring it back', async () => {
    await go(page, '/datasets/patterns');
    await page.locator('.fi .pick-pic').first().click();
    await page.getByRole('button', { name: 'Take out 1 picture' }).first().click();
    await page.getByLabel('Reason').fill('looked at it');
    await page.getByRole('dialog').getByRole('button', { name: 'Take out', exact: true }).click();
    const decided = page.locator('.decided').getByText('looked at it');
    await decided.waitFor();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await decided.waitFor({ state: 'detached' });
  });

  it('repair a manifest: the lines before and after, then read instead of the file', async () => {
    await go(page, '/datasets/broken');
    const card = page.locator('.card', { hasText: 'Manifest repair: training' });
    await card.getByText('61 lines of the training manifest can be repaired').waitFor({ timeout: 30_000 });
    await card.getByText('+class-0/0.pgm,class-0,0', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Read the repaired lines' }).click();
    await page.getByText('The repaired lines are read from now on.').waitFor();
    await card.waitFor({ state: 'detached', timeout: 60_000 });
  });

  it('apply the rules of today to earlier work, seen in hours of each class before', async () => {
    const criteria = { manual: true, repetitive: true, noEnduringValue: true };
    const others = { automatable: false, tactical: false, scalesLinearly: false };
    await api.must(
      'mutation ($input: DefineTaskTypeInput!) { defineTaskType(input: $input) { userErrors { message } } }',
      { input: { key: 'copy', name: 'Copy figures', criteria: { ...criteria, ...others } } },
    );
    await api.must(`mutation {
      a: updateOrganization(input: { settings: { repetitiveFrom: 1 } }) { userErrors { message } }
      b: logWork(input: { person: "han", service: "checkout", taskType: "copy", date: "2026-02-10", duration: "3h" }) { userErrors { message } }
      c: updateOrganization(input: { settings: { toilScorePercent: 80 } }) { userErrors { message } } }`);
    await go(page, '/settings/types');
    await page.getByRole('button', { name: 'See what would change' }).click();
    const dialog = page.getByRole('dialog', { name: 'Apply today’s rules to earlier work' });
    await dialog.getByText('1 entry gets another class.').waitFor();
    expect(await dialog.getByRole('row', { name: /Toil/ }).innerText()).toMatch(/5\.0 h\s+2\.0 h\s+−3\.0 h/);
    await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.getByText('1 entry has another class now.').waitFor();
  });

  it('let the doctor read a pasted error and the dataset', async () => {
    await go(page, '/pipelines/doctor');
    await page.getByLabel('What TensorFlow or Untoil printed').fill(ERROR);
    await page.getByLabel('Rows', { exact: true }).fill('200');
    await page.getByLabel('Batch', { exact: true }).fill('100');
    await page.getByLabel('Batches served').fill('0');
    await page.getByRole('button', { name: 'Diagnose' }).click();
    await page.getByText('The reader failed, so the queue closed').waitFor();
    await page.getByText('Too little data cannot cause this error.').waitFor();
    await page.getByLabel('Dataset').selectOption('patterns');
    await page.getByRole('button', { name: 'Diagnose again' }).click();
    await page.getByText('Every row reads well.').waitFor();
  });

  it.each([1440, 390])('keep charts readable with three years and 60 services at %d px', async (width) => {
    const wide = await browser.visit({ width, language: width === 390 ? 'ko' : 'en' });
    await signIn(wide, 'han', PASSWORD);
    await serveLargeReport(wide);
    await go(wide, '/toil?weeks=156');
    await wide.locator('.mu').first().waitFor();
    expect(await wide.locator('.mu').count()).toBe(12);
    const overlapping = await wide.evaluate(() =>
      [...document.querySelectorAll('.chart svg')].flatMap((svg) => {
        const boxes = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
        return boxes.flatMap((a, index) =>
          boxes
            .slice(index + 1)
            .filter(
              (b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom,
            ),
        );
      }),
    );
    expect(overlapping).toEqual([]);
    expect(await wide.getByText(/restart-stuck/).count()).toBe(3);
    await wide.locator('.team .chart').hover();
    await wide.locator('.team .tip').waitFor();
    await wide.locator('.team .chart').focus();
    await wide.keyboard.press('Home');
    expect(await wide.locator('.team .chart').getAttribute('aria-valuetext')).toMatch(/\d/);
  });

  it.each([
    ['/toil/nope', 'There is no service with the key "nope".'],
    ['/models/nope', 'There is no pipeline "nope".'],
    ['/models/nope/1', 'There is no such version.'],
    ['/incidents/inc_nope', 'It may have another number.'],
  ])('say at %s what does not exist, and offer no second try', async (address, words) => {
    await go(page, address);
    await page.getByText(words).waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await page.locator('main .empty a').count()).toBe(1);
  });

  it('give titles and figures their room on a phone', async () => {
    const phone = await browser.visit({ width: 390 });
    await signIn(phone, 'han', PASSWORD);
    await go(phone, '/incidents');
    const title = phone.getByRole('link', { name: 'Checkout answers 502' });
    expect((await title.boundingBox())?.width).toBeGreaterThan(150);
    await go(phone, '/toil');
    expect(await phone.getByLabel('Range').isVisible()).toBe(false);
    await phone.getByRole('button', { name: 'Filters' }).click();
    await phone.getByLabel('Range').selectOption('13');
    await phone.getByRole('button', { name: 'Filters, 1 set' }).waitFor();
  });

  it('copy where the address is plain http and a browser gives scripts no clipboard', async () => {
    const plain = await browser.visit();
    await plain.addInitScript(() =>
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
    );
    await signIn(plain, 'han', PASSWORD);
    await go(plain, '/toil');
    const copied = plain.evaluate(
      () =>
        new Promise<string>((done) =>
          addEventListener('copy', () => done((document.activeElement as HTMLTextAreaElement).value)),
        ),
    );
    await plain.getByRole('button', { name: 'Share' }).click();
    expect(await copied).toBe(`${api.url}/toil`);
    await plain.getByText('Link copied.').waitFor();
  });

  it.each([
    { language: 'en', width: 1440 },
    { language: 'ko', width: 390 },
  ] as const)(
    'have no accessibility violation in both themes and do not scroll sideways: $language, $width px',
    async (look) => {
      const page = await browser.visit(look);
      await signIn(page, 'han', PASSWORD);
      const found: string[] = [];
      for (const address of addressesOf({ incident, run })) {
        await page.emulateMedia({ colorScheme: 'light' });
        await go(page, address);
        await expect.poll(() => page.locator('.bone').count(), { timeout: 10_000 }).toBe(0);
        // no frames here: without legacy mode every analysis opens a page of its own
        const whole = await new AxeBuilder({ page }).setLegacyMode().analyze();
        // only colours differ between the themes
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await new AxeBuilder({ page })
          .setLegacyMode()
          .withRules(['color-contrast', 'link-in-text-block'])
          .analyze();
        for (const [theme, { violations }] of Object.entries({ light: whole, dark }))
          for (const one of violations)
            found.push(`${address}, ${theme}: ${one.id} ${one.nodes[0]?.html.slice(0, 160)}`);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (sideways > 0) found.push(`${address}: ${sideways} px too wide`);
        const text = await page.locator('body').innerText();
        const missing = UNTRANSLATED.exec(text)?.[0];
        if (missing) found.push(`${address}: untranslated ${missing}`);
      }
      expect(found).toEqual([]);
    },
    400_000,
  );
});
