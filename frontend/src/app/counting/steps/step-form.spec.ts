import { NO_STEP, isUsual, stepBody, stepValue } from './step-form';

const step = {
  uuid: 's',
  rank: 2,
  kind: 'hormone_or_salt' as const,
  product: 'GA3',
  concentration: 500,
  concentration_unit: 'mg_l' as const,
  duration: null,
  duration_unit: null,
  id_digitiser: 1,
  meta_create_date: '2026-11-25T08:00:00Z',
  version: 3,
  state: 'planned' as const,
};

describe('the form of a treatment step', () => {
  it('takes the fields of the step and nothing else', () => {
    expect(stepValue(step)).toEqual({
      ...NO_STEP,
      rank: 2,
      kind: 'hormone_or_salt',
      product: 'GA3',
      concentration: 500,
      concentration_unit: 'mg_l',
    });
  });

  it('sends a unit with its value only, and no empty text', () => {
    const body = stepBody(stepValue(step));
    expect(body).toMatchObject({ kind: 'hormone_or_salt', rank: 2, concentration_unit: 'mg_l', duration_unit: null });
    expect(stepBody({ ...NO_STEP, kind: 'soaking', duration: 24 })).toMatchObject({
      concentration_unit: null,
      duration_unit: 'day',
    });
    expect(body.tool).toBeNull();
    expect(body.medium).toBeNull();
  });

  it('lets the service give the rank of a new one', () => {
    expect('rank' in stepBody({ ...NO_STEP, kind: 'smoke' })).toBe(false);
  });

  it('asks first what its kind needs', () => {
    expect(isUsual('mechanical_scarification', 'tool')).toBe(true);
    expect(isUsual('mechanical_scarification', 'concentration')).toBe(false);
    expect(isUsual('other', 'concentration')).toBe(true);
    expect(isUsual(null, 'concentration')).toBe(false);
  });
});
