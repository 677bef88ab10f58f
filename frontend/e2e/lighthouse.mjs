// `npm run lighthouse`: Lighthouse on Accueil and a sowing of the demonstration, through the page door: the median
// of some passes, on a desktop and on a slow phone (a quarter of this processor, 150 ms to the service).
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { computeMedianRun } from 'lighthouse/core/lib/median-run.js';
import { chromium } from 'playwright-core';
import { Stage } from './stage.mjs';

const PASSES = 5;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

const stage = await Stage.open({ lots: 3481 });
const chrome = await launch({ chromePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', chromeFlags: FLAGS });
let low = false;
try {
  const { token } = await stage.session('jardinier');
  const sowing = await stage.row("SELECT uuid FROM pr_exsitu.t_sowings WHERE state = 'emerging' ORDER BY code LIMIT 1");
  // The profile that Lighthouse uses is logged in.
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${chrome.port}`);
  const page = await browser.contexts()[0].newPage();
  await page.goto(`${stage.url}/ui/config.json`);
  await page.evaluate((given) => localStorage.setItem('gn_id_token', given), token);
  await page.close();
  for (const form of ['mobile', 'desktop']) {
    for (const at of ['/', `/sowings/${sowing.uuid}`]) {
      const desktop = form === 'desktop';
      const passes = [];
      for (let pass = 0; pass < PASSES; pass++) {
        const { lhr } = await lighthouse(`${stage.url}/ui/#${at}`, {
          port: chrome.port,
          output: 'json',
          onlyCategories: ['performance', 'accessibility', 'best-practices'],
          formFactor: form,
          screenEmulation: desktop ? { mobile: false, width: 1440, height: 900, deviceScaleFactor: 1 } : undefined,
          throttling: desktop ? { rttMs: 40, throughputKbps: 10_240, cpuSlowdownMultiplier: 1 } : undefined,
        });
        passes.push(lhr);
      }
      const median = computeMedianRun(passes);
      const scores = Object.values(median.categories).map(({ id, score }) => `${id} ${Math.round(score * 100)}`);
      const { 'first-contentful-paint': fcp, 'largest-contentful-paint': lcp, 'total-blocking-time': tbt, 'cumulative-layout-shift': cls } = median.audits;
      console.log(form, at, scores.join(', '), `FCP ${fcp.displayValue}, LCP ${lcp.displayValue}, TBT ${tbt.displayValue}, CLS ${cls.displayValue}`);
      const failed = Object.values(median.audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative');
      for (const audit of failed) console.log('   ', audit.id, audit.displayValue ?? '', audit.title);
      low ||= Object.values(median.categories).some(({ id, score }) => id !== 'best-practices' && score < 0.95);
    }
  }
} finally {
  await chrome.kill();
  await stage.close();
}
process.exitCode = low ? 1 : 0;
