import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { debounceTime, map } from 'rxjs';
import { Api, Schemas, answer } from '@api/api';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { NumberInput } from '@ui/pickers/number/number';
import { loaded } from '@ui/record/record-loader';
import { reasonOf } from './missing';
import { ModelNote } from './model-note';
import { CelsiusPipe, PredictedPipe } from './shares';
import { DAYS_PER_YEAR } from './span';
import { WhatIsIt } from './what-is-it';
import { WhenPredictedPipe } from './when';

type Found = Schemas['LotViability'];
const NEEDED = ['moisture_needed', 'temperature_needed'] as const;
type Needed = (typeof NEEDED)[number];

/** Time of a thumb between two digits. */
const REST = 350;

/** « Et si ? » : the lot in another store, and what store would keep it so many years. */
@Component({
  selector: 'ex-suppose',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CelsiusPipe,
    CodePipe,
    DayPipe,
    NumPipe,
    Field,
    ModelNote,
    NumberInput,
    PredictedPipe,
    WhatIsIt,
    WhenPredictedPipe,
  ],
  templateUrl: './suppose.html',
  styleUrl: './suppose.css',
})
export class Suppose {
  private readonly api = inject(Api);
  private readonly build = inject(NonNullableFormBuilder);
  readonly lot = input.required<string>();
  /** As it is. */
  readonly found = input.required<Found>();

  protected readonly form = this.build.group({
    moisture: this.build.control<number | null>(null),
    temperature: this.build.control<number | null>(null),
    years: this.build.control<number | null>(20, Validators.required),
  });
  private readonly asked = toSignal(
    this.form.valueChanges.pipe(
      debounceTime(REST),
      map(() => (this.form.valid ? this.form.getRawValue() : null)),
    ),
    { initialValue: this.form.getRawValue() },
  );
  /** What is asked of the service; null while it is what is known already. */
  private readonly query = computed(() => {
    const asked = this.asked();
    if (asked === null) return null;
    const [moisture, temperature, years] = [asked.moisture ?? undefined, asked.temperature ?? undefined, asked.years];
    const isAsItIs = moisture === undefined && temperature === undefined && years === this.found().model.years;
    return isAsItIs || years === null ? null : JSON.stringify({ moisture, temperature, years });
  });
  private readonly supposed = loaded(this.query, (query, signal) =>
    answer(
      this.api.GET('/v1/seed-lots/{uuid}/viability', {
        params: {
          path: { uuid: this.lot() },
          query: JSON.parse(query) as { moisture?: number; temperature?: number; years: number },
        },
        signal,
      }),
    ),
  );
  protected readonly problem = this.supposed.problem;
  protected readonly loading = this.supposed.loading;
  /** The last answer stays while the next one is on its way. */
  protected readonly shown = linkedSignal<{ asked: boolean; answer: Found | null }, Found>({
    source: () => ({ asked: this.query() !== null, answer: this.supposed.value() }),
    computation: ({ asked, answer }, former) => (asked ? (answer ?? former?.value ?? this.found()) : this.found()),
  });
  protected readonly isOther = computed(() => {
    const { moisture_source, temperature_source } = this.shown().store;
    return moisture_source === 'asked' || temperature_source === 'asked';
  });
  /** It lasts the years asked in the store that is shown, by every row of constants. */
  protected readonly lasts = computed(() => {
    const { days_to_regeneration: days, years } = this.shown().model;
    return days ? days.low >= years * DAYS_PER_YEAR : null;
  });

  /** Why neither is known, when it is for one reason that no store changes. */
  protected readonly sameReason = computed(() => {
    const [moisture, temperature] = NEEDED.map((figure) => reasonOf(this.shown(), figure));
    return moisture === temperature && moisture !== undefined ? moisture : null;
  });
  /** What any of the figures is to be told with: those of what is needed have cautions of their own. */
  protected readonly note = computed(() => {
    const { sigma_days: sigma, moisture_needed: moisture, temperature_needed: temperature } = this.shown().model;
    const all = [sigma, moisture, temperature].flatMap((one) => (one ? [one] : []));
    const [one] = all;
    return one ? { ...one, cautions: [...new Set(all.flatMap(({ cautions }) => cautions))] } : null;
  });

  protected why(found: Found, figure: string): Schemas['Unknown'] | null {
    return reasonOf(found, figure);
  }

  /** Key of why there is no such moisture or temperature, when what is known of the store tells on which side it is. */
  protected side(needed: Needed): string | null {
    const reason = reasonOf(this.shown(), needed);
    const isOut = reason === 'moisture_out_of_range' || reason === 'temperature_out_of_range';
    const lasts = this.lasts();
    if (!isOut || lasts === null) return null;
    if (needed === 'moisture_needed') return lasts ? 'viability.suppose.any_moisture' : 'viability.suppose.no_moisture';
    return lasts ? 'viability.suppose.any_temperature' : 'viability.suppose.no_temperature';
  }

  protected reset(): void {
    this.form.reset();
  }
}
