// Draws boards in headless Chromium with the data of a Prometheus: UID.png and UID.json, the report, for each.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { photograph } from './board-page.mjs';
import { bundlePage } from './bundle.mjs';
import { servePage } from './page-server.mjs';

const USAGE = `usage: node render.mjs --prometheus URL --out FOLDER [options] BOARD.json...
  --from T, --to T       now-1h, now, or 2026-01-01T00:00:00Z (default now-1h, now)
  --scrape-interval S    seconds, for $__interval and $__rate_interval (default 15)
  --width PX             default 1600
  --theme light|dark     default light
  --timeout S            for a board's queries to end (default 60)
  --chromium PATH        default /usr/bin/chromium
Exit status: 0 all boards were drawn (their reports say how well), 1 one could not be, 2 wrong call.`;

// Without these Chromium tries to reach its maker's hosts; tests run as root, where its sandbox does not work.
const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function parseOptions() {
  const text = (value) => ({ type: 'string', default: value });
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      prometheus: { type: 'string' },
      out: { type: 'string' },
      from: text('now-1h'),
      to: text('now'),
      'scrape-interval': text('15'),
      width: text('1600'),
      theme: text('light'),
      timeout: text('60'),
      chromium: text('/usr/bin/chromium'),
    },
  });
  if (!values.prometheus || !values.out || positionals.length === 0) {
    throw new Error('--prometheus, --out and at least one board are needed');
  }
  return { ...values, boards: positionals };
}

async function renderAll(options, browser, url) {
  const settings = {
    prometheus: options.prometheus.replace(/\/$/, ''),
    scrapeMs: Number(options['scrape-interval']) * 1000,
    from: options.from,
    to: options.to,
    themeMode: options.theme,
  };
  const limits = { width: Number(options.width), timeoutMs: Number(options.timeout) * 1000 };
  for (const file of options.boards) {
    const board = JSON.parse(readFileSync(file, 'utf8'));
    const startMs = Date.now();
    const { picture, ...report } = await photograph(browser, url, board, settings, limits);
    const millis = Date.now() - startMs;
    writeFileSync(join(options.out, `${board.uid}.png`), picture);
    writeFileSync(join(options.out, `${board.uid}.json`), JSON.stringify({ ...report, millis }, null, 1));
    const failed = report.queries.filter((query) => query.error).length;
    console.log(
      `${board.uid}: ${millis} ms, ${report.panels} panels, ${report.queries.length} queries, ${failed} failed, ` +
        `${report.emptyPanels.length} panels without data`
    );
  }
}

async function main(options) {
  mkdirSync(options.out, { recursive: true });
  const server = await servePage(await bundlePage());
  try {
    const browser = await chromium.launch({ executablePath: options.chromium, args: CHROMIUM_ARGUMENTS });
    try {
      await renderAll(options, browser, server.url);
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
  }
}

let options;
try {
  options = parseOptions();
} catch (error) {
  console.error(`${error.message}\n${USAGE}`);
  process.exit(2);
}
await main(options);
