import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { DayPipe, NumPipe } from '@ui/format';
import { Fact, Facts } from '@ui/record/facts';

/** What the seeds of a lot look like, and how they were dried and cleaned. */
@Component({
  selector: 'ex-traits',
  imports: [TranslatePipe, DayPipe, NumPipe, Facts, Fact],
  template: `
    @let lot = this.lot();
    <h2 class="h5">{{ 'lots.traits.seed' | translate }}</h2>
    <ex-facts>
      <ex-fact label="lots.dissemination_unit" [present]="lot.dissemination_unit">{{ lot.dissemination_unit?.label }}</ex-fact>
      @for (trait of traits(); track trait.label) {
        <ex-fact [label]="trait.label" [present]="trait.values">{{ trait.values }}</ex-fact>
      }
      <ex-fact label="lots.atwater_type" [present]="lot.atwater_type">{{ lot.atwater_type?.label }}</ex-fact>
      <ex-fact label="lots.size" [present]="sized()">
        {{ lot.length_mm | num: 3 }} × {{ lot.width_mm | num: 3 }} × {{ lot.thickness_mm | num: 3 }} mm
        @if (lot.measure_note) {
          <span class="ex-muted small">{{ lot.measure_note }}</span>
        }
      </ex-fact>
      <ex-fact label="lots.quality" [present]="lot.quality">{{ lot.quality?.label }}</ex-fact>
      <ex-fact label="lots.seed_scan_done">{{ (lot.seed_scan_done ? 'record.yes' : 'record.no') | translate }}</ex-fact>
    </ex-facts>
    <h2 class="h5">{{ 'lots.traits.drying' | translate }}</h2>
    <ex-facts>
      <ex-fact label="lots.pre_drying" [present]="lot.pre_drying_start || lot.pre_drying_end">
        {{ lot.pre_drying_start | day }} → {{ lot.pre_drying_end | day }}
      </ex-fact>
      <ex-fact label="lots.drying" [present]="lot.drying_start || lot.drying_end">
        {{ lot.drying_start | day }} → {{ lot.drying_end | day }}
      </ex-fact>
      <ex-fact label="lots.drying_kind" [present]="lot.drying_kind">{{ lot.drying_kind?.label }}</ex-fact>
      <ex-fact label="lots.moisture_percent" [present]="lot.moisture_percent">{{ lot.moisture_percent | num }} %</ex-fact>
      <ex-fact label="lots.equilibrium_humidity" [present]="lot.equilibrium_humidity">
        {{ lot.equilibrium_humidity | num }} %
      </ex-fact>
      <ex-fact label="lots.freeze_dried" [present]="told(lot.freeze_dried)">
        {{ (lot.freeze_dried ? 'record.yes' : 'record.no') | translate }}
      </ex-fact>
      <ex-fact label="lots.sorted" [present]="told(lot.sorted)">{{ (lot.sorted ? 'record.yes' : 'record.no') | translate }}</ex-fact>
      <ex-fact label="lots.cleaned_by" [present]="lot.cleaned_by_name || lot.cleaned_by_text">
        {{ lot.cleaned_by_name ?? lot.cleaned_by_text }}
      </ex-fact>
    </ex-facts>
  `,
  styles: `
    h2:not(:first-child) {
      margin-top: 1.2em;
    }
  `,
})
export class Traits {
  readonly lot = input.required<Schemas['SeedLot']>();
  protected readonly traits = computed(() => {
    const { forms, growths, ornaments, embryo_types } = this.lot().traits;
    const names = (terms: readonly Schemas['Term'][]): string => terms.map((term) => term.label).join(', ');
    return [
      { label: 'lots.forms', values: names(forms) },
      { label: 'lots.growths', values: names(growths) },
      { label: 'lots.ornaments', values: names(ornaments) },
      { label: 'lots.embryo_types', values: names(embryo_types) },
    ];
  });
  protected readonly sized = computed(() => {
    const { length_mm, width_mm, thickness_mm } = this.lot();
    return length_mm ?? width_mm ?? thickness_mm ?? null;
  });

  /** False is an answer too. */
  protected told(value: boolean | null | undefined): boolean {
    return value !== null && value !== undefined;
  }
}
