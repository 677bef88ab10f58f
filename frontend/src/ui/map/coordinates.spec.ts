import { isDrawable, parseDegrees, parsePositions, positionsOf, positionsText, shapeOf } from './coordinates';

describe('parseDegrees', () => {
  it.each([
    ['44.81', 44.81],
    [' 44,81 ', 44.81],
    ['-6', -6],
    ['44.12345678', 44.123457],
  ])('reads %s', (text, value) => {
    expect(parseDegrees(text, 'latitude')).toEqual({ value });
  });

  it.each(['', 'abc', '44°48', '44,81,2', '1e2'])('refuses %s', (text) => {
    expect(parseDegrees(text, 'latitude')).toEqual({ error: 'number' });
  });

  it('knows how far each axis goes', () => {
    expect(parseDegrees('91', 'latitude')).toEqual({ error: 'latitude' });
    expect(parseDegrees('91', 'longitude')).toEqual({ value: 91 });
    expect(parseDegrees('-180.1', 'longitude')).toEqual({ error: 'longitude' });
  });
});

describe('parsePositions', () => {
  it.each(['44.81 6.33', '44,81 6,33', '44.81, 6.33', '44,81 ; 6,33', '44.81,6.33', '44.81\t6.33'])(
    'reads %s',
    (line) => {
      expect(parsePositions(line)).toEqual({ positions: [[6.33, 44.81]] });
    },
  );

  it('leaves blank lines out and says which line is wrong', () => {
    expect(parsePositions('44 6\n\n45 7\n')).toEqual({
      positions: [
        [6, 44],
        [7, 45],
      ],
    });
    expect(parsePositions('44 6\n45')).toEqual({ error: 'number', line: 2 });
    expect(parsePositions('44 6\n\n99 6')).toEqual({ error: 'latitude', line: 3 });
    expect(parsePositions('44 6 2')).toEqual({ error: 'number', line: 1 });
  });
});

describe('shapeOf', () => {
  const square = [
    [6, 44],
    [7, 44],
    [7, 45],
  ];

  it('closes a polygon, and opens it again', () => {
    const polygon = shapeOf('Polygon', square);
    expect(polygon).toEqual({ type: 'Polygon', coordinates: [[...square, [6, 44]]] });
    expect(polygon && positionsOf(polygon)).toEqual(square);
  });

  it('needs enough positions', () => {
    expect(shapeOf('Polygon', square.slice(0, 2))).toBeNull();
    expect(shapeOf('LineString', square.slice(0, 1))).toBeNull();
    expect(shapeOf('Point', [])).toBeNull();
  });

  it('is written as it is read', () => {
    expect(parsePositions(positionsText(square))).toEqual({ positions: square });
  });
});

describe('isDrawable', () => {
  it('leaves alone what has several parts', () => {
    expect(isDrawable({ type: 'Point', coordinates: [6, 44] })).toBe(true);
    expect(isDrawable({ type: 'MultiPoint', coordinates: [[6, 44]] })).toBe(false);
    expect(isDrawable({ type: 'Polygon', coordinates: [[], []] })).toBe(false);
    expect(isDrawable(null)).toBe(false);
  });
});
