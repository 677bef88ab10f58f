import { Component, computed, input } from '@angular/core';
import { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';

const COLOURS: Readonly<Record<Schemas['SeedLotStatus'], string>> = {
  active: 'success',
  to_retest: 'warning',
  below_threshold: 'danger',
  in_regeneration: 'info',
  exhausted: 'secondary',
  expired: 'secondary',
  transferred: 'secondary',
};

/** The state of a lot. */
@Component({
  selector: 'ex-lot-status',
  imports: [CodePipe],
  template: `<span class="badge badge-{{ colour() }}">{{ status() | code: 'seed_lot_status' }}</span>`,
})
export class LotStatus {
  readonly status = input.required<Schemas['SeedLotStatus']>();
  protected readonly colour = computed(() => COLOURS[this.status()]);
}
