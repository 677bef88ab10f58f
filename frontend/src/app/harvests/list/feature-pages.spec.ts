import { ReadFeatures, featurePages } from './feature-pages';

const feature = (n: number) => ({ type: 'Feature', id: `${n}`, geometry: null, properties: {} }) as never;

/** A list of `total` features in pages of two. */
const listOf = (total: number, calls: string[] = []) => (cursor: string | undefined) => {
  calls.push(cursor ?? 'start');
  const start = Number(cursor ?? 0);
  const end = Math.min(start + 2, total);
  return Promise.resolve({
    type: 'FeatureCollection',
    features: Array.from({ length: end - start }, (_, i) => feature(start + i)),
    next_cursor: end < total ? String(end) : null,
    count: cursor === undefined ? total : null,
  });
};

async function all(pages: AsyncIterable<ReadFeatures>): Promise<ReadFeatures[]> {
  const read = [];
  for await (const page of pages) read.push(page);
  return read;
}

describe('featurePages', () => {
  it('reads to the end, telling what it has on the way', async () => {
    const read = await all(featurePages(listOf(5)));
    expect(read.map(({ features, more }) => [features.length, more])).toEqual([
      [2, true],
      [4, true],
      [5, false],
    ]);
    expect(read.at(-1)?.features.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4']);
    expect(read.map(({ count }) => count)).toEqual([5, 5, 5]);
  });

  it('stops where it is told to, and says that there are more', async () => {
    const calls: string[] = [];
    const read = await all(featurePages(listOf(100, calls), 4));
    expect(calls).toEqual(['start', '2']);
    expect(read.at(-1)).toMatchObject({ count: 100, more: true });
  });

  it('reads an empty list', async () => {
    expect(await all(featurePages(listOf(0)))).toEqual([{ features: [], count: 0, more: false }]);
  });
});
