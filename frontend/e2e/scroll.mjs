// `npm run scroll [lots]`: a list of 100 000 lots scrolled to its end in Chromium. Every request must be for one
// page, and the memory of the tab must not grow with the rows that went by.
import { Stage } from './stage.mjs';

const lots = Number(process.argv[2] ?? 100_000);
const PAGE = 100;
const ROW = 44;

const stage = await Stage.open({ lots });
try {
  const visit = await stage.visit({ login: 'admin', at: '/seed-lots' });
  const requests = [];
  visit.page.on('requestfinished', async (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith('/v1/seed-lots')) requests.push({ limit: url.searchParams.get('limit'), size: request.sizes() });
  });
  const tools = await visit.context.newCDPSession(visit.page);
  const memory = async () => {
    await tools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await tools.send('Runtime.getHeapUsage');
    const { nodes } = await tools.send('Memory.getDOMCounters');
    return { megabytes: usedSize / 1e6, nodes };
  };
  const list = visit.page.locator('cdk-virtual-scroll-viewport');
  const known = () => list.evaluate((element, height) => Math.round(element.scrollHeight / height), ROW);
  await visit.qa('list-count').getByText('ligne').waitFor();
  const rows = Number(await visit.page.getByRole('table').getAttribute('aria-rowcount')) - 1;
  const marks = [];
  for (let reached = await known(); reached < rows; reached = await known()) {
    await list.evaluate((element) => (element.scrollTop = element.scrollHeight));
    await visit.page.waitForFunction(
      ([before, height]) => document.querySelector('cdk-virtual-scroll-viewport').scrollHeight / height > before + 1,
      [reached, ROW],
    );
    if (reached >= ((marks.length + 1) * rows) / 10) marks.push({ rows: reached, ...(await memory()) });
  }
  await list.evaluate((element) => (element.scrollTop = element.scrollHeight));
  await visit.page.locator(`.row-line:not(.hollow)[aria-rowindex="${rows + 1}"]`).waitFor();
  marks.push({ rows, ...(await memory()) });
  for (const mark of marks) console.log(`${mark.rows} rows: ${mark.megabytes.toFixed(1)} MB, ${mark.nodes} nodes`);
  const sizes = await Promise.all(requests.map(async ({ size }) => (await size).responseBodySize));
  const limits = new Set(requests.map(({ limit }) => limit));
  console.log(`${rows} rows, ${requests.length} requests of ${[...limits].join('/')} rows, ${Math.min(...sizes)} to ${Math.max(...sizes)} bytes`);
  const [first, last] = [marks[0], marks.at(-1)];
  if (rows < lots * 0.9) throw new Error('the end of the list was not reached');
  if (limits.size !== 1 || requests.length > rows / PAGE + 2) throw new Error('a page was read more than once');
  if (last.megabytes > first.megabytes * 1.25 || last.nodes > first.nodes * 1.25) throw new Error('memory grows with the list');
  await visit.close();
} finally {
  await stage.close();
}
