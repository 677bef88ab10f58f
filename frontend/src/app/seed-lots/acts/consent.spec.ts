import { Problem } from '@api/problem';
import { Consent, withConsent } from './consent';

const refusal = (kind: string): Problem =>
  new Problem(409, {
    type: `urn:gn-exsitu:problem:${kind}`,
    status: 409,
    title: kind,
    detail: kind,
    code: 409,
    name: kind,
    description: kind,
    request_id: '',
    errors: [],
    facts: {},
  });

/** Refuses what is not consented to, as the service does. */
function service(needs: { overdraw?: boolean; reserve?: boolean }) {
  const keys: string[] = [];
  return {
    keys,
    send: (consent: Consent, key: string) => {
      keys.push(key);
      if (needs.overdraw && !consent.confirm_overdraw) return Promise.reject(refusal('stock_overdraw_unconfirmed'));
      if (needs.reserve && !consent.reserve_override_reason) return Promise.reject(refusal('stock_reserve_kept'));
      return Promise.resolve(consent);
    },
  };
}
const willing = { overdraw: () => Promise.resolve(true), reserve: () => Promise.resolve('Sauvetage') };
const unwilling = { overdraw: () => Promise.resolve(false), reserve: () => Promise.resolve(null) };

describe('a withdrawal that needs a consent', () => {
  it('asks nothing when nothing is refused', async () => {
    const { send, keys } = service({});
    expect(await withConsent('k', send, unwilling)).toEqual({});
    expect(keys).toEqual(['k']);
  });

  it('sends again with what was consented to, under another key', async () => {
    const { send, keys } = service({ overdraw: true, reserve: true });
    expect(await withConsent('k', send, willing)).toEqual({
      confirm_overdraw: true,
      reserve_override_reason: 'Sauvetage',
    });
    expect(keys).toEqual(['k', 'k:confirm_overdraw', 'k:confirm_overdraw:reserve_override_reason']);
  });

  it('leaves the refusal to the form when the user goes no further, or it is another one', async () => {
    await expect(withConsent('k', service({ overdraw: true }).send, unwilling)).rejects.toThrow('overdraw');
    await expect(withConsent('k', service({ reserve: true }).send, unwilling)).rejects.toThrow('reserve');
    const other = () => Promise.reject(refusal('stock_not_negative'));
    await expect(withConsent('k', other, willing)).rejects.toThrow('stock_not_negative');
  });

  it('does not ask twice for the same thing', async () => {
    let asked = 0;
    const ask = { ...willing, overdraw: () => Promise.resolve(++asked > 0) };
    const stubborn = () => Promise.reject(refusal('stock_overdraw_unconfirmed'));
    await expect(withConsent('k', stubborn, ask)).rejects.toThrow();
    expect(asked).toBe(1);
  });
});
