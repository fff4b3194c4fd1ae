// UNTOIL_ADMIN_TOKEN=... node tools/pictures.mjs [address [name ...]]: takes docs/pictures from a running demo, drawn faces only.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { ROOT } from './install.mjs';

const [address = 'http://127.0.0.1:8080', ...names] = process.argv.slice(2);
const token = process.env.UNTOIL_ADMIN_TOKEN;
if (!token) {
  process.stderr.write('Set UNTOIL_ADMIN_TOKEN to the token that the demo was started with.\n');
  process.exit(2);
}

async function ask(query, variables) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const { pipelines, people } = await ask(`{
  pipelines(first: 10) { nodes { key dataset { key } live { number } runs(first: 1) { nodes { id } } } }
  people(first: 1) { nodes { key } }
}`);
const served = pipelines.nodes.find(({ live }) => live) ?? pipelines.nodes[0];
const run = served?.runs.nodes[0];
const dataset = served?.dataset.key;

// An account for the pictures alone, gone again when they are taken.
const name = `pictures-${randomBytes(4).toString('hex')}`;
const password = randomBytes(18).toString('base64url');
const { createAccount } = await ask(
  'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } userErrors { message } } }',
  { input: { name, password, role: 'ADMIN', person: people.nodes[0]?.key } },
);
if (!createAccount.account) throw new Error(createAccount.userErrors[0].message);

const ERROR =
  "OutOfRangeError: FIFOQueue '_3_batch/fifo_queue' is closed and has insufficient elements (requested 100, current size 0)";

/** The doctor with something to say. */
async function askDoctor(page) {
  await page.locator('textarea').fill(ERROR);
  const fields = page.locator('form input');
  for (const [at, value] of [
    [0, '200'],
    [1, '100'],
    [3, '0'],
  ])
    await fields.nth(at).fill(value);
  await page.locator('form [type=submit]').click();
  await page.locator('.ev').waitFor();
}

const wanted = [
  ['home', '/', 'light', 'en-GB'],
  ['overview', '/toil', 'light', 'en-GB', { clip: '.side' }],
  ['toil', '/toil', 'light', 'en-GB'],
  ['incidents', '/incidents', 'light', 'en-GB'],
  ['automate', '/automate', 'light', 'en-GB'],
  ['doctor', '/pipelines/doctor', 'light', 'en-GB', { act: askDoctor }],
  ...(dataset ? [['dataset', `/datasets/${dataset}`, 'light', 'en-GB']] : []),
  ...(run ? [['run', `/pipelines/${served.key}/runs/${run.id}`, 'dark', 'en-GB']] : []),
  ...(served?.live ? [['model', `/models/${served.key}/${served.live.number}`, 'light', 'en-GB']] : []),
  ['toil.ko', '/toil', 'dark', 'ko-KR'],
];

/** Pixels of the opening picture: the lead figure and the tiles. */
const OVERVIEW_HEIGHT = 660;

const browser = await chromium.launch({
  executablePath: process.env.UNTOIL_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const [picture, path, colorScheme, locale, { act, clip } = {}] of wanted) {
    if (names.length > 0 && !names.includes(picture)) continue;
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width: 1440, height: 960 },
      colorScheme,
      locale,
      timezoneId: 'Asia/Seoul',
    });
    const page = await context.newPage();
    await page.goto('/login');
    await page.locator('input[autocomplete=username]').fill(name);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(path);
    await page.locator('h1').waitFor();
    await page.waitForFunction(() => !document.querySelector('.bone'));
    await act?.(page);
    // pictures and charts that are about to be shown
    await page.waitForTimeout(1500);
    const box = clip && (await page.locator(clip).first().boundingBox());
    const shot = await page.screenshot(box ? { clip: { ...box, height: OVERVIEW_HEIGHT } } : {});
    // 256 colours are enough for pages and a third of the size
    await sharp(shot)
      .png({ palette: true, quality: 90, effort: 10 })
      .toFile(join(ROOT, 'docs', 'pictures', `${picture}.png`));
    await context.close();
    process.stdout.write(`docs/pictures/${picture}.png\n`);
  }
} finally {
  await browser.close();
  await ask(
    'mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { userErrors { message } } }',
    {
      input: { id: createAccount.account.id, disabled: true },
    },
  );
}
