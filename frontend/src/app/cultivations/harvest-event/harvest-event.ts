import { Component, computed, effect, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { Field } from '@ui/form/field';
import { Segments } from '@ui/form/segments';
import { CodePipe, NumPipe } from '@ui/format';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { NumberInput } from '@ui/pickers/number/number';
import { PlacePicker } from '@ui/pickers/place/place';
import { HarvestSaid, effectiveMothers, harvestForm, harvestSaid, numbersOf } from './harvest-value';

const POLLINATIONS: readonly Schemas['Pollination'][] = ['open', 'isolated', 'hand', 'self', 'apomixis', 'unknown'];
const GENERATIVE = ['gr', 'mdg', 'sp'];

/** The fields of the event « récolte » of a cultivation; says the body, null while something is wrong. */
@Component({
  selector: 'ex-harvest-event',
  imports: [ReactiveFormsModule, TranslatePipe, Field, Segments, CodePipe, NumPipe, NomenclatureInput, NumberInput, PlacePicker],
  templateUrl: './harvest-event.html',
})
export class HarvestEvent {
  readonly cultivation = input.required<Schemas['Cultivation']>();
  readonly said = output<HarvestSaid | null>();

  protected readonly form = harvestForm();
  protected readonly fields = this.form.controls;
  protected readonly pollinations = POLLINATIONS;
  protected readonly units = [
    { value: 'mass_g', label: 'harvest_event.mass' },
    { value: 'seeds', label: 'harvest_event.seeds_unit' },
  ];
  private readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly mothers = computed(() => numbersOf(this.value().mothers ?? '') ?? []);
  protected readonly effective = computed(() => effectiveMothers(this.mothers()));
  /** Seeds and spores are a generation on. */
  protected readonly generation = computed(
    () => this.cultivation().generation + (GENERATIVE.includes(this.value().material_type ?? '') ? 1 : 0),
  );

  constructor() {
    effect(() => {
      this.value();
      this.said.emit(this.form.valid ? harvestSaid(this.form.getRawValue()) : null);
    });
  }
}
