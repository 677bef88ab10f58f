import type { Schemas } from '@api/api';
import { exitEvent, exitForm, plantsLeft } from './exit-value';

describe('what an exit says', () => {
  it('says nothing before there is a quantity', () => {
    expect(exitEvent(exitForm().getRawValue())).toBeNull();
  });

  it('is the event of the API, without empty texts', () => {
    const geometry = { type: 'Point' as const, coordinates: [6.4, 44.8] };
    const form = exitForm();
    form.patchValue({ quantity: 20, site: ' Combe du Fangeas ', permit: 'p', permit_waiver: ' ', geometry });
    expect(exitEvent(form.getRawValue())).toEqual({
      kind: 'exit',
      exit: 'reintroduction',
      quantity: 20,
      partner: null,
      site: 'Combe du Fangeas',
      geometry,
      permit: 'p',
      permit_waiver: null,
    });
  });
});

describe('what is left of a permit', () => {
  it('is told of plants only', () => {
    const line = (unit: string, remaining: number | null) => ({ unit, remaining });
    const permit = (...taxa: unknown[]) => ({ taxa }) as unknown as Schemas['Permit'];
    expect(plantsLeft(permit(line('seed', 500), line('plant', 10)))).toBe(10);
    expect(plantsLeft(permit(line('plant', null)))).toBeNull();
    expect(plantsLeft(permit(line('seed', 500)))).toBeNull();
  });
});
