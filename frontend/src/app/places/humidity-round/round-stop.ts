import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { Field } from '@ui/form/field';
import { DayPipe, NumPipe } from '@ui/format';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NomenclatureButtons } from '@ui/pickers/nomenclature/nomenclature-buttons';
import { NumberInput } from '@ui/pickers/number/number';
import { Words } from '@ui/words';
import { NOTHING, Seen } from './round';

/** A lot of the round: one tap says how damp it is; the rest is there for who needs it. */
@Component({
  selector: 'ex-round-stop',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    TranslatePipe,
    DayPipe,
    NumPipe,
    Field,
    NomenclatureButtons,
    NomenclatureInput,
    NumberInput,
  ],
  templateUrl: './round-stop.html',
  styleUrl: './round-stop.css',
})
export class RoundStop {
  protected readonly words = inject(Words);
  readonly stop = input.required<Schemas['RoundStop']>();
  /** What was seen before. */
  readonly seen = input<Seen | null>(null);
  /** Why it is refused. */
  readonly refusal = input<string | null>(null);
  readonly entered = output<Seen>();

  protected readonly id = computed(() => `stop-${this.stop().lot.uuid}-${this.stop().place.uuid}`);
  protected readonly form = new FormGroup({
    level: new FormControl<string | null>(null),
    changed: new FormControl(false, { nonNullable: true }),
    indicator: new FormControl<string | null>(null),
    equilibrium_humidity: new FormControl<number | null>(null),
    temperature: new FormControl<number | null>(null),
    moisture_percent: new FormControl<number | null>(null),
    device: new FormControl<string | null>(null),
    remarks: new FormControl<string | null>(null),
  });
  /** Its measure is in sight. */
  protected readonly open = linkedSignal<string | null, boolean>({
    source: () => this.refusal(),
    computation: (refusal, former) => refusal !== null || (former?.value ?? false),
  });
  protected readonly done = signal(false);

  constructor() {
    effect(() => {
      const seen = this.seen() ?? NOTHING;
      untracked(() => {
        if (JSON.stringify(this.form.getRawValue()) !== JSON.stringify(seen)) this.form.setValue(seen, { emitEvent: false });
        this.done.set(this.seen() !== null);
        const { level: _, changed: __, ...measure } = seen;
        if (Object.values(measure).some((value) => value !== null)) this.open.set(true);
      });
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => {
      this.entered.emit(this.form.getRawValue());
    });
  }

  protected clear(): void {
    this.form.setValue(NOTHING);
    this.open.set(false);
  }
}
