import { Component, computed, inject, input, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import type { Schemas } from '@api/api';
import { CodePipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { Segment, Segments } from '@ui/form/segments';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { DayInput } from '@ui/pickers/day/day';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NumberInput } from '@ui/pickers/number/number';
import { ObserversPicker } from '@ui/pickers/people/observers';
import { PlacePicker } from '@ui/pickers/place/place';
import { People } from '@app/counting/shared/people';
import { HowControls } from './how-form';
import { SubstrateFields } from './substrate-fields';

const REGIMES: readonly Segment[] = [
  { value: 'ambient', label: 'sowings.regime.ambient' },
  { value: 'controlled', label: 'sowings.regime.controlled' },
];
const OBJECTIVES: readonly Schemas['Objective'][] = [
  'multiplication',
  'lot_renewal',
  'reintroduction',
  'emergence_test',
  'collection',
  'training',
];

/** Where, when and how it is sown: what one fills most first, the rest on demand. */
@Component({
  selector: 'ex-how-fields',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    Field,
    Segments,
    DatasetPicker,
    DayInput,
    NomenclatureInput,
    NumberInput,
    ObserversPicker,
    PlacePicker,
    SubstrateFields,
  ],
  templateUrl: './how-fields.html',
  styles: `
    .row-of {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr));
      gap: 0 1em;
    }
    @media (max-width: 767.98px) {
      .row-of {
        grid-template-columns: repeat(auto-fit, minmax(min(10.8em, 100%), 1fr));
        gap: 0 0.7em;
      }
      .wide {
        grid-column: 1 / -1;
      }
    }
    .part {
      margin: 0.8em 0 0.5em;
      font-size: 1em;
      font-weight: 600;
      color: var(--ex-muted);
    }
    .more {
      padding-left: 0;
    }
  `,
})
export class HowFields {
  protected readonly observers = inject(People).all;

  readonly controls = input.required<HowControls>();
  /** Everything at once, for who changes a sowing. */
  readonly whole = input(false);

  protected readonly regimes = REGIMES;
  protected readonly objectives = OBJECTIVES;
  protected readonly asked = signal(false);
  protected readonly all = computed(() => this.whole() || this.asked());
  private readonly regime = toSignal(
    toObservable(this.controls).pipe(
      switchMap(({ regime }) => regime.valueChanges.pipe(startWith(null), map(() => regime.value))),
    ),
  );
  protected readonly isAmbient = computed(() => this.regime() === 'ambient');
}
