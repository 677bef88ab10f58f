import type { SourceKind } from '../shared/model';
import type { State } from '../shared/model';
import { actsOf } from './acts';

const sowing = (state: State, next_states: State[], kind: SourceKind = 'seed_lot') => ({
  state,
  next_states,
  source: { kind },
});

describe('the changes of state', () => {
  it('are those of the service, what goes back or undoes last', () => {
    const acts = actsOf(sowing('prepared', ['draft', 'cancelled', 'in_pretreatment', 'sown']));
    expect(acts.map((act) => act.to)).toEqual(['in_pretreatment', 'sown', 'draft', 'cancelled']);
  });

  it('take the seeds out of the lot when they leave the packet, and only then', () => {
    const takes = (state: State, to: State, kind?: SourceKind) => actsOf(sowing(state, [to], kind))[0]?.takes;
    expect(takes('prepared', 'sown')).toBe(true);
    expect(takes('prepared', 'in_pretreatment')).toBe(true);
    expect(takes('prepared', 'sown', 'fresh_material')).toBe(false);
    expect(takes('in_pretreatment', 'sown')).toBe(false);
  });

  it('give them back, with a reason, when what was sown is cancelled', () => {
    expect(actsOf(sowing('sown', ['cancelled']))[0]).toMatchObject({ givesBack: true, needsReason: true });
    expect(actsOf(sowing('prepared', ['cancelled']))[0]).toMatchObject({ givesBack: false, needsReason: false });
    expect(actsOf(sowing('sown', ['cancelled'], 'off_stock'))[0]).toMatchObject({ givesBack: false, needsReason: true });
  });

  it('ask how it turned out to close, and why to open again', () => {
    expect(actsOf(sowing('emergence_ended', ['closed']))[0]).toMatchObject({ needsOutcome: true, dated: true });
    expect(actsOf(sowing('closed', ['emergence_ended']))[0]?.needsReason).toBe(true);
    expect(actsOf(sowing('emergence_ended', ['emerging']))[0]?.needsReason).toBe(true);
  });

  it('all have their words', () => {
    const next: Readonly<Record<string, State[]>> = {
      draft: ['prepared', 'cancelled'],
      prepared: ['draft', 'in_pretreatment', 'sown', 'cancelled'],
      in_pretreatment: ['sown', 'cancelled'],
      sown: ['in_pretreatment', 'emerging', 'overwintering', 'emergence_ended', 'cancelled'],
      emerging: ['sown', 'overwintering', 'emergence_ended'],
      overwintering: ['emerging', 'emergence_ended'],
      emergence_ended: ['emerging', 'closed'],
      closed: ['emergence_ended'],
    };
    for (const [state, states] of Object.entries(next)) {
      expect(actsOf(sowing(state as State, states))).toHaveLength(states.length);
    }
  });
});
