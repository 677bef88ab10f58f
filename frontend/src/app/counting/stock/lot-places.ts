import { Component, computed, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { CodePipe, ManyPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import type { Lot } from '../shared/model';

/** From which place of a lot the seeds are taken: the fullest first. */
@Component({
  selector: 'ex-lot-places',
  imports: [TranslatePipe, CodePipe, ManyPipe, Field],
  templateUrl: './lot-places.html',
  styleUrl: '../wizard/choices.css',
})
export class LotPlaces {
  readonly lot = input.required<Lot>();
  readonly control = input.required<FormControl<string | null>>();

  protected readonly place = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) => control.valueChanges.pipe(startWith(null), map(() => control.value))),
    ),
  );
  protected readonly places = computed(() =>
    [...this.lot().balances]
      .flatMap(({ place, seeds, basis }) => ('uuid' in place ? [{ place, seeds: seeds ?? null, basis }] : []))
      .filter(({ seeds }) => seeds !== 0)
      .sort((a, b) => (b.seeds ?? 0) - (a.seeds ?? 0)),
  );

  protected choose(uuid: string): void {
    this.control().setValue(uuid);
    this.control().markAsDirty();
  }
}

/** The place of a lot where there is most. */
export function fullestPlace(lot: Lot): string | null {
  const most = [...lot.balances].sort((a, b) => (b.seeds ?? 0) - (a.seeds ?? 0))[0]?.place;
  return most !== undefined && 'uuid' in most ? most.uuid : null;
}
