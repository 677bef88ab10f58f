import { PageWindow } from './page-window';

/** A list of `total` rows whose cursor is the index of the first row. */
function listOf(total: number, calls: string[] = []) {
  return (cursor: string | undefined, limit: number) => {
    calls.push(cursor ?? 'start');
    const start = Number(cursor ?? 0);
    const items = Array.from({ length: Math.min(limit, total - start) }, (_, i) => start + i);
    const end = start + items.length;
    return Promise.resolve({ items, next_cursor: end < total ? String(end) : null });
  };
}

describe('PageWindow', () => {
  it('reads the page that is seen and the one ahead', async () => {
    const calls: string[] = [];
    const window = new PageWindow(listOf(1000, calls), 100);
    await window.show(0, 20);
    await window.show(0, 20);
    expect(calls).toEqual(['start', '100']);
    expect(window.rows.slice(0, 3)).toEqual([0, 1, 2]);
    expect(window.ended()).toBe(false);
  });

  it('keeps a few pages whatever the length, and reads dropped ones again by their cursor', async () => {
    const calls: string[] = [];
    const window = new PageWindow(listOf(100_000, calls), 100);
    for (let row = 0; row < 100_000; row += 50) await window.show(row, row + 20);
    expect(window.ended()).toBe(true);
    expect(window.rows.length).toBe(100_000);
    expect(window.pagesHeld).toBeLessThanOrEqual(6);
    expect(window.rows.filter((row) => row !== undefined).length).toBeLessThanOrEqual(600);
    expect(calls.length).toBe(1000);
    await window.show(500, 520);
    expect(window.rows[500]).toBe(500);
    expect(calls.at(-1)).toBe('600');
  });

  it('comes back to the middle of a list whose cursors are known', async () => {
    const before = new PageWindow(listOf(1000), 100);
    for (let row = 0; row < 500; row += 50) await before.show(row, row + 20);
    const calls: string[] = [];
    const again = new PageWindow(listOf(1000, calls), 100, 2, before.known);
    expect(again.rows.length).toBeGreaterThanOrEqual(450);
    await again.show(420, 440);
    expect(calls).toEqual(['400', '500']);
    expect(again.rows[430]).toBe(430);
  });

  it('says what failed, and reads it when asked again', async () => {
    let broken = true;
    const good = listOf(10);
    const window = new PageWindow((cursor, limit) => {
      return broken ? Promise.reject(new Error('no')) : good(cursor, limit);
    });
    await window.show(0, 9);
    expect(window.problem()).toBeInstanceOf(Error);
    broken = false;
    await window.retry(0, 9);
    expect(window.problem()).toBeNull();
    expect(window.rows.length).toBe(10);
  });
});
