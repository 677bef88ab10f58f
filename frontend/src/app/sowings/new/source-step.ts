import { Component, DestroyRef, OnInit, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map, startWith, switchMap } from 'rxjs';
import { Api, answer } from '@api/api';
import { DayPipe, ManyPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { Segment, Segments } from '@ui/form/segments';
import { MaterialPicker } from '@ui/pickers/material/material';
import { SeedLotPicker } from '@ui/pickers/seed-lot/seed-lot';
import { Loaded, loaded } from '@ui/record/record-loader';
import type { Lot } from '@app/counting/shared/model';
import { LotPlaces } from '@app/counting/stock/lot-places';
import { SourceForm, requireFor } from './wizard-form';

const KINDS: readonly Segment[] = [
  { value: 'seed_lot', label: 'enum.source_kind.seed_lot' },
  { value: 'fresh_material', label: 'enum.source_kind.fresh_material' },
  { value: 'seed_test', label: 'enum.source_kind.seed_test' },
  { value: 'off_stock', label: 'enum.source_kind.off_stock' },
];

/** Where the seeds come from: exactly one source. */
@Component({
  selector: 'ex-source-step',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    DayPipe,
    ManyPipe,
    Field,
    Segments,
    MaterialPicker,
    LotPlaces,
    SeedLotPicker,
  ],
  templateUrl: './source-step.html',
  styleUrl: '../../counting/wizard/choices.css',
})
export class SourceStep implements OnInit {
  private readonly api = inject(Api);
  private readonly destroyed = inject(DestroyRef);

  readonly form = input.required<SourceForm>();
  /** The lot that is chosen, with what is left of it and where. */
  readonly lot = input.required<Loaded<Lot>>();

  protected readonly kinds = KINDS;
  protected readonly value = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) => form.valueChanges.pipe(startWith(null), map(() => form.getRawValue()))),
    ),
  );
  /** The germination tests of a lot, known by what they took from it. */
  protected readonly tests = loaded(
    computed(() => this.value()?.test_lot ?? null),
    async (lot, signal) => {
      const query = { lot, kind: ['germination_test' as const], limit: 100 };
      const page = await answer(this.api.GET('/v1/stock-movements', { params: { query }, signal }));
      return page.items
        .filter((leg) => !leg.reversed_by && leg.cause?.kind === 'seed_test')
        .map((leg) => ({ uuid: leg.cause?.uuid ?? '', date: leg.effective_date, seeds: Math.abs(leg.seeds ?? 0) }));
    },
  );

  ngOnInit(): void {
    const { kind, lot, place, test_lot, seed_test } = this.form().controls;
    kind.valueChanges.pipe(takeUntilDestroyed(this.destroyed)).subscribe(() => requireFor(this.form()));
    // A place or a test is of one lot.
    lot.valueChanges.pipe(takeUntilDestroyed(this.destroyed)).subscribe(() => place.setValue(null));
    test_lot.valueChanges.pipe(takeUntilDestroyed(this.destroyed)).subscribe(() => seed_test.setValue(null));
  }

  protected choose(uuid: string): void {
    this.form().controls.seed_test.setValue(uuid);
    this.form().controls.seed_test.markAsDirty();
  }
}
