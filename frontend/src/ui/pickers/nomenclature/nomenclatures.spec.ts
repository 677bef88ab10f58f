import { TestBed } from '@angular/core/testing';
import { Api } from '@api/api';
import { Problem } from '@api/problem';
import { Nomenclatures } from './nomenclatures';

const vocabulary = (list: string) => ({ list, label: list, values: [{ code: 'a', label: 'A', active: true }] });

describe('Nomenclatures', () => {
  const GET = vi.fn();
  let nomenclatures: Nomenclatures;

  beforeEach(() => {
    GET.mockReset();
    GET.mockImplementation((_path: string, options: { params: { query: { list: string[] } } }) =>
      Promise.resolve({ data: options.params.query.list.map(vocabulary) }),
    );
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: { GET } }] });
    nomenclatures = TestBed.inject(Nomenclatures);
  });

  it('reads each list once, were it asked for twice at the same time', async () => {
    const [first, second] = await Promise.all([nomenclatures.of('EXPOSITION'), nomenclatures.of('EXPOSITION')]);
    expect(await nomenclatures.of('EXPOSITION')).toBe(first);
    expect(second).toBe(first);
    expect(GET).toHaveBeenCalledTimes(1);
  });

  it('reads another list by itself', async () => {
    expect((await nomenclatures.of('EXPOSITION')).list).toBe('EXPOSITION');
    expect((await nomenclatures.of('EXS_HARVEST_TYPE')).list).toBe('EXS_HARVEST_TYPE');
    expect(GET).toHaveBeenCalledTimes(2);
  });

  it('asks again after a refusal', async () => {
    GET.mockRejectedValueOnce(new Problem(0, null));
    await expect(nomenclatures.of('EXPOSITION')).rejects.toBeInstanceOf(Problem);
    expect((await nomenclatures.of('EXPOSITION')).list).toBe('EXPOSITION');
  });
});
