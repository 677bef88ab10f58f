import { Component, computed, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { DayPipe, NumPipe } from '@ui/format';
import { WaterText } from './water-text';

/** A humidity check in a line: what was seen, what was measured, and what is computed from it. */
@Component({
  selector: 'ex-check-line',
  imports: [TranslatePipe, DayPipe, NumPipe, WaterText],
  template: `
    @let it = check();
    <div class="what">
      <span class="day">{{ it.check_date | day }}</span>
      @if (it.level; as level) {
        <strong>{{ level.label }}</strong>
      }
      @if (it.indicator; as indicator) {
        <span class="ex-muted">{{ 'lots.humidity.pellets' | translate: { colour: indicator.label } }}</span>
      }
      @if (it.indicator_changed_on; as changed) {
        <span class="ex-muted">
          <i class="fa fa-refresh" aria-hidden="true"></i> {{ 'lots.humidity.changed' | translate: { date: (changed | day) } }}
        </span>
      }
    </div>
    @if (measured()) {
      <ex-water-text [water]="it.water" />
      <span class="ex-muted small">
        @if (told(it.temperature)) {
          {{ 'lots.humidity.at' | translate: { celsius: (it.temperature | num: 1) } }}
        }
        {{ it.device?.label }}
      </span>
    }
    @if (it.remarks) {
      <span class="small">{{ it.remarks }}</span>
    }
    <span class="ex-muted small">{{ it.observer }}</span>
    @if (open()) {
      <span class="do">
        <button type="button" class="btn btn-sm btn-outline-secondary" data-qa="check-edit" (click)="edited.emit()">
          <i class="fa fa-pencil" aria-hidden="true"></i>
          <span class="sr-only">{{ 'action.edit' | translate }} {{ it.check_date | day }}</span>
        </button>
        <button type="button" class="btn btn-sm btn-outline-danger" data-qa="check-delete" (click)="deleted.emit()">
          <i class="fa fa-trash" aria-hidden="true"></i>
          <span class="sr-only">{{ 'action.delete' | translate }} {{ it.check_date | day }}</span>
        </button>
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.1em 1em;
      padding: 0.45em 0;
    }
    .what {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.7em;
    }
    .day {
      font-variant-numeric: tabular-nums;
    }
    .do {
      display: flex;
      gap: 0.4em;
      margin-left: auto;
    }
    @media (max-width: 767.98px) {
      .do .btn {
        min-width: 2.9em;
        min-height: 2.9em;
      }
    }
  `,
})
export class CheckLine {
  readonly check = input.required<Schemas['HumidityCheck']>();
  /** It may be changed. */
  readonly open = input(false);
  readonly edited = output();
  readonly deleted = output();

  protected readonly measured = computed(
    () => this.told(this.check().moisture_percent) || this.told(this.check().equilibrium_humidity),
  );

  /** Zero is a value. */
  protected told(value: number | null | undefined): boolean {
    return value !== null && value !== undefined;
  }
}
