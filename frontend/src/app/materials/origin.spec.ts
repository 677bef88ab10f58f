import { originOf } from './origin';

describe('originOf', () => {
  it('names a harvest and a parent by their code', () => {
    expect(originOf({ harvest: { uuid: 'h', code: 'R2026_0001' } })).toEqual({
      kind: 'harvest',
      record: { uuid: 'h', name: 'R2026_0001' },
    });
    expect(originOf({ harvest: null, parent: { uuid: 'p', code: '2026_0001' } })?.kind).toBe('parent');
  });

  it('names a reception by the number of the donor and its day', () => {
    const reception = { uuid: 'r', partner_number: null, date_received: '2026-03-01' };
    expect(originOf({ reception })).toEqual({
      kind: 'reception',
      record: { uuid: 'r', name: '' },
      day: '2026-03-01',
    });
  });

  it('says that there is one that may not be seen', () => {
    expect(originOf({ harvest: { restricted: true } })).toEqual({ kind: 'harvest', record: null });
    expect(originOf({ reception: { restricted: true } })).toEqual({ kind: 'reception', record: null });
  });
});
