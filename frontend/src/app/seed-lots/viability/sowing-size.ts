import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { debounceTime, map } from 'rxjs';
import { Api, Schemas, answer } from '@api/api';
import { CodePipe, ManyPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { Segment, Segments } from '@ui/form/segments';
import { NumberInput } from '@ui/pickers/number/number';
import { loaded } from '@ui/record/record-loader';
import { reasonOf } from './missing';
import { ModelNote } from './model-note';
import { SizeCard } from './size-card';
import type { SizeOf } from './sowing-sizes';
import { WhatIsIt } from './what-is-it';

export const SIZE_TITLE = 'ex-sowing-size-title';

const REST = 250;
const FEW_MORE = 5;
const CONFIDENCES: readonly Segment[] = [
  { value: '0.8', label: 'viability.size.sure_80' },
  { value: '0.9', label: 'viability.size.sure_90' },
  { value: '0.95', label: 'viability.size.sure_95' },
];

/** How many seeds of a lot to sow for so many plants, at once; closes with the number that is taken. */
@Component({
  selector: 'ex-sowing-size',
  imports: [ReactiveFormsModule, TranslatePipe, CodePipe, ManyPipe, Field, ModelNote, NumberInput, Segments, SizeCard, WhatIsIt],
  templateUrl: './sowing-size.html',
  styleUrl: './sowing-size.css',
})
export class SowingSizeDialog {
  private readonly api = inject(Api);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly ref = inject<DialogRef<number>>(DialogRef);
  protected readonly about = inject<SizeOf>(DIALOG_DATA);
  protected readonly titleId = SIZE_TITLE;
  protected readonly confidences = CONFIDENCES;

  protected readonly form = this.build.group({
    plants: this.build.control<number | null>(30, Validators.required),
    confidence: this.build.control('0.95', Validators.required),
  });
  private readonly asked = toSignal(
    this.form.valueChanges.pipe(
      debounceTime(REST),
      map(() => (this.form.valid ? this.form.getRawValue() : null)),
    ),
    { initialValue: this.form.getRawValue() },
  );
  protected readonly isAsked = computed(() => this.asked() !== null);
  private readonly key = computed(() => {
    const asked = this.asked();
    return asked === null ? null : `${asked.plants}/${asked.confidence}`;
  });
  private readonly read = loaded(this.key, (key, signal) => {
    const [plants, confidence] = key.split('/').map(Number);
    return answer(
      this.api.GET('/v1/seed-lots/{uuid}/sowing-size', {
        params: { path: { uuid: this.about.lot.uuid }, query: { plants: plants ?? 1, confidence } },
        signal,
      }),
    );
  });
  protected readonly loading = this.read.loading;
  protected readonly problem = this.read.problem;
  /** The last answer stays while the next one is on its way. */
  protected readonly advice = linkedSignal<Schemas['SizeAdvice'] | null, Schemas['SizeAdvice'] | null>({
    source: this.read.value,
    computation: (now, former) => now ?? former?.value ?? null,
  });
  protected readonly isAged = computed(() => {
    const advice = this.advice();
    return [advice?.from_tests, advice?.from_sowings].some((one) => one && !one.alive_reason);
  });
  /** Whose constants age the seeds. */
  private readonly viability = loaded(
    computed(() => (this.isAged() ? this.about.lot.uuid : null)),
    (uuid, signal) => answer(this.api.GET('/v1/seed-lots/{uuid}/viability', { params: { path: { uuid } }, signal })),
  );
  protected readonly prediction = computed(() => this.viability.value()?.model.sigma_days ?? null);
  protected readonly hasAny = computed(() => {
    const advice = this.advice();
    return !!advice && !!(advice.from_tests ?? advice.from_sowings);
  });

  protected why(advice: Schemas['SizeAdvice'], figure: string): Schemas['Unknown'] | null {
    return reasonOf(advice, figure);
  }

  /** On the grid of the step, as a thumb counts. */
  protected few(by: 1 | -1): void {
    const { plants } = this.form.controls;
    const now = plants.value ?? 0;
    const next = by > 0 ? Math.floor(now / FEW_MORE) + 1 : Math.ceil(now / FEW_MORE) - 1;
    plants.setValue(Math.max(1, next * FEW_MORE));
  }

  protected take(seeds: number): void {
    this.ref.close(seeds);
  }

  protected close(): void {
    this.ref.close();
  }
}
