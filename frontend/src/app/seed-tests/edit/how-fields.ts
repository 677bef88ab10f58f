import { Component, computed, inject, input, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { People } from '@app/counting/shared/people';
import { CodePipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { DayInput } from '@ui/pickers/day/day';
import { ObserversPicker } from '@ui/pickers/people/observers';
import { PlacePicker } from '@ui/pickers/place/place';
import { PURPOSES, SUPPORTS, TestKind } from '../shared/model';
import { HowControls } from './how-form';
import { Regimes } from './regimes';

/** Where, when and how seeds are tested: what one fills most first, the rest on demand. */
@Component({
  selector: 'ex-test-how',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    DatasetPicker,
    DayInput,
    Field,
    ObserversPicker,
    PlacePicker,
    Regimes,
  ],
  templateUrl: './how-fields.html',
  styles: `
    .row-of {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr));
      gap: 0 1em;
    }
    .more {
      padding-left: 0;
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
  `,
})
export class HowFields {
  protected readonly observers = inject(People).all;

  readonly controls = input.required<HowControls>();
  readonly kind = input.required<TestKind>();
  /** Everything at once, for who changes a test. */
  readonly whole = input(false);

  protected readonly purposes = PURPOSES;
  protected readonly supports = SUPPORTS;
  protected readonly asked = signal(false);
  protected readonly all = computed(() => this.whole() || this.asked());
  /** Seeds lie on something, in some light: not those that are cut or X-rayed. */
  protected readonly isIncubated = computed(() => this.kind() === 'germination' || this.kind() === 'tetrazolium');
}
