import { parseNumber, stepped, typedNumber } from './parse-number';

describe('a number that is typed', () => {
  it.each([
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    [',5', 0.5],
    ['3,', 3],
    ['-18', -18],
    ['−18', -18],
    [' 1 250 ', 1250],
    ['1\u202f250,75', 1250.75],
    ['0', 0],
  ])('reads %j', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', ' ', '-', ',', 'douze', '1,2,3', '1.250.000', '12 g', '1 2', '1e3', 'Infinity'])('refuses %j', (text) =>
    expect(parseNumber(text)).toBeNull(),
  );

  it('is written back as one types it', () => {
    expect(typedNumber(1250.75, 'fr')).toBe('1250,75');
    expect(typedNumber(1250.75, 'en')).toBe('1250.75');
    expect(typedNumber(0.000125, 'fr')).toBe('0,000125');
    expect(typedNumber(null, 'fr')).toBe('');
  });

  it('goes step by step without dust', () => {
    expect(stepped(0.1, 0.2)).toBe(0.3);
    expect(stepped(null, 1)).toBe(1);
    expect(stepped(2.75, -0.5)).toBe(2.25);
    expect(stepped(0, 1e-7)).toBe(1e-7);
  });
});
