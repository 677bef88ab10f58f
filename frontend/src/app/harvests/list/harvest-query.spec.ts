import { harvestFilters, readBbox, writeBbox } from './harvest-query';

describe('the filters of the harvests', () => {
  it('are those of the address', () => {
    const address = new Map([
      ['search', 'casse'],
      ['harvest_type', 'rin,rex'],
      ['year_min', '1998'],
      ['bbox', '5.9,44.4,6.7,45'],
      ['archived', 'true'],
    ]);
    const filters = harvestFilters({
      text: (name) => address.get(name),
      number: (name) => (address.has(name) ? Number(address.get(name)) : undefined),
      flag: (name) => address.get(name) === 'true' || undefined,
    });
    expect(filters).toEqual({
      search: 'casse',
      harvest_type: ['rin', 'rex'],
      year_min: 1998,
      bbox: [5.9, 44.4, 6.7, 45],
      archived: true,
    });
  });

  it('take a rectangle only when it is whole', () => {
    expect(readBbox('1,2,3,4')).toEqual([1, 2, 3, 4]);
    for (const text of [undefined, '', '1,2,3', '1,2,3,4,5', '1,2,,4', 'a,2,3,4']) expect(readBbox(text)).toBeUndefined();
  });

  it('keep a rectangle on the globe, to ten metres', () => {
    expect(writeBbox([-200.123456, 44.000049, 6.12345, 95])).toBe('-180,44,6.1235,90');
    expect(readBbox(writeBbox([5.9, 44.4, 6.7, 45]))).toEqual([5.9, 44.4, 6.7, 45]);
  });
});
