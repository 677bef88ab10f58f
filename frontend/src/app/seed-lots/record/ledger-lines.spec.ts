import { LedgerLine, expectedAt, reversibleOperations, shownLines } from './ledger-lines';

let made = 0;
/** A leg of 2026-01-`day` in the box A. */
function leg(day: number, seeds: number | null, more: Partial<LedgerLine> = {}): LedgerLine {
  made += 1;
  return {
    uuid: `leg-${made}`,
    operation: `act-${made}`,
    lot: { uuid: 'lot', code: 'L2026_0001' },
    place: { uuid: 'A', code: 'A', label: 'Box A' },
    kind: 'other',
    seeds,
    basis: seeds === null ? 'unknown' : 'counted',
    is_total: false,
    effective_date: `2026-01-${String(day).padStart(2, '0')}`,
    id_digitiser: 1,
    meta_create_date: '2026-01-01T00:00:00Z',
    ...more,
  };
}
/** The API gives the last first. */
const ledger = (...legs: LedgerLine[]): LedgerLine[] => legs.reverse();

describe('the lines of a ledger', () => {
  it('says in a reversed line what reversed it, without a line for that', () => {
    const entry = leg(1, 100);
    const wrong = leg(2, -60, { reversed_by: 'back' });
    const back = leg(2, 60, { uuid: 'back', kind: 'reversal', reverses: wrong.uuid, reason: 'Erreur de saisie' });
    const lines = shownLines(ledger(entry, wrong, back));
    expect(lines.map((line) => [line.leg.uuid, line.undo])).toEqual([
      [wrong.uuid, null],
      [entry.uuid, 'itself'],
    ]);
    expect(lines[0]?.reversal?.reason).toBe('Erreur de saisie');
  });

  it('takes an act back by one of its lines, and what has a cause through it', () => {
    const out = leg(2, -20, { operation: 'move', kind: 'transfer' });
    const into = leg(2, 20, { operation: 'move', kind: 'transfer' });
    const sowing = leg(3, -60, { cause: { kind: 'sowing', uuid: 's' } });
    const lines = shownLines(ledger(out, into, sowing));
    expect(lines.map((line) => [line.opens, line.undo])).toEqual([
      [true, 'cause'],
      [true, 'itself'],
      [false, 'itself'],
    ]);
    expect([...reversibleOperations(ledger(out, into, sowing)).keys()].sort()).toEqual([out.uuid, into.uuid].sort());
  });
});

describe('what a stock-take expects', () => {
  it('is what was in that place that day, reversed legs left out', () => {
    const wrong = leg(2, -60, { reversed_by: 'back' });
    const legs = ledger(
      leg(1, 100),
      wrong,
      leg(2, 60, { uuid: 'back', kind: 'reversal' }),
      leg(3, -10),
      leg(3, 500, { place: { uuid: 'B', code: 'B', label: 'Box B' } }),
      leg(9, -5),
    );
    expect(expectedAt(legs, 'A', '2026-01-03')).toEqual({ seeds: 90, isKnown: true });
    expect(expectedAt(legs, 'A', '2026-01-09')).toEqual({ seeds: 85, isKnown: true });
    expect(expectedAt(legs, 'C', '2026-01-09')).toEqual({ seeds: 0, isKnown: true });
  });

  it('is unknown after a pinch, until somebody counts', () => {
    const legs = [leg(1, 100), leg(2, null)];
    expect(expectedAt(ledger(...legs), 'A', '2026-01-05').isKnown).toBe(false);
    const counted = leg(3, -20, { observed_seeds: 80 });
    expect(expectedAt(ledger(...legs, counted), 'A', '2026-01-05')).toEqual({ seeds: 80, isKnown: true });
  });
});
