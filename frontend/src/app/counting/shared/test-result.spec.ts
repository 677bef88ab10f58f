import { TestBed } from '@angular/core/testing';
import { Words } from '@ui/words';
import { TestResultPipe } from './test-result';

type Test = Parameters<TestResultPipe['transform']>[0];

const words = {
  language: 'fr',
  of: (key: string, { rate }: { rate: string }) => `${key} ${rate}`,
  many: (key: string, n: number, { of }: { of: number }) => `${key} ${n}/${of}`,
};
const result = (test: object): string => {
  const tally = { visits: 2, emerged: 43, dissected: 50, classes: [{ class: 'stained', seeds: 42 }] };
  const whole = { kind: 'germination', state: 'finished', seeds: 50, tally, ...test } as unknown as Test;
  return TestBed.inject(TestResultPipe).transform(whole).replaceAll(/\s/g, ' ');
};

describe('the result of a test in a word', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [TestResultPipe, { provide: Words, useValue: words }] });
  });

  it('is the share that germinated', () => {
    expect(result({})).toBe('test_result.germinated 86 %');
  });

  it('is how many of those examined are good, where nothing germinates', () => {
    expect(result({ kind: 'tetrazolium' })).toBe('test_result.stained 42/50');
    expect(result({ kind: 'x_ray' })).toBe('test_result.full 0/50');
  });

  it('is nothing before a count, after a cancellation, nor without the number of seeds', () => {
    expect(result({ tally: { visits: 0, classes: [] } })).toBe('');
    expect(result({ state: 'cancelled' })).toBe('');
    expect(result({ seeds: null })).toBe('');
  });
});
