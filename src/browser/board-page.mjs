// One board in a browser page: opened, left alone until everything is there, photographed.
const LOOKS = 3;
const LOOK_MS = 100;
const MAXIMUM_HEIGHT_PX = 12_000;

/** Settled on some looks in a row: a query may start another one, as chained variables do. */
async function waitSettled(page, timeoutMs) {
  const end = Date.now() + timeoutMs;
  let quiet = 0;
  while (quiet < LOOKS) {
    quiet = (await page.evaluate(() => window.boardPage.isSettled())) ? quiet + 1 : 0;
    if (Date.now() > end) {
      return false;
    }
    await page.waitForTimeout(LOOK_MS);
  }
  // One more frame, so that the last answers are painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return true;
}

/**
 * @param settings what window.boardPage.open takes besides the board
 * @param options width in px, timeoutMs for all queries to end
 * @return the report of the page with pageErrors, settled and the picture as PNG
 */
export async function photograph(browser, url, board, settings, { width, timeoutMs }) {
  const page = await browser.newPage({ viewport: { width, height: 1000 } });
  try {
    const pageErrors = new Set();
    page.on('pageerror', (error) => pageErrors.add(error.message.split('\n')[0]));
    await page.goto(url);
    await page.waitForFunction(() => window.boardPage);
    const height = await page.evaluate((args) => window.boardPage.open(args), { board, ...settings });
    // The whole board must be inside the viewport: a canvas below it may not be painted. A later change of size, such as
    // Playwright makes for fullPage, would make all panels measure themselves anew while the picture is taken.
    await page.setViewportSize({ width, height: Math.min(height, MAXIMUM_HEIGHT_PX) });
    const settled = await waitSettled(page, timeoutMs);
    const picture = await page.screenshot();
    const report = await page.evaluate(() => window.boardPage.report());
    return { ...report, settled, pageErrors: [...pageErrors], picture };
  } finally {
    await page.close();
  }
}
