import { Component, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';

/** A drying in a line: when, how, in which air. */
@Component({
  selector: 'ex-drying-line',
  imports: [TranslatePipe, CodePipe, DayPipe, NumPipe],
  template: `
    @let it = drying();
    <span>
      <i class="fa fa-sun-o" aria-hidden="true"></i> <strong>{{ it.stage | code: 'drying_stage' }}</strong>
    </span>
    <span class="days">{{ it.start | day }} → {{ it.end ? (it.end | day) : '…' }}</span>
    <span class="ex-muted">{{ it.kind?.label }}</span>
    @if (it.record; as record) {
      @if (told(record.temperature)) {
        <span>{{ record.temperature | num: 1 }} °C</span>
      }
      @if (told(record.humidity)) {
        <span>{{ record.humidity | num: 1 }} %</span>
      }
      @if (record.remarks) {
        <span class="small">{{ record.remarks }}</span>
      }
      @if (open()) {
        <span class="do">
          <button type="button" class="btn btn-sm btn-outline-secondary" data-qa="drying-edit" (click)="edited.emit(record)">
            <i class="fa fa-pencil" aria-hidden="true"></i>
            <span class="sr-only">{{ 'action.edit' | translate }} {{ it.start | day }}</span>
          </button>
          <button type="button" class="btn btn-sm btn-outline-danger" data-qa="drying-delete" (click)="deleted.emit(record)">
            <i class="fa fa-trash" aria-hidden="true"></i>
            <span class="sr-only">{{ 'action.delete' | translate }} {{ it.start | day }}</span>
          </button>
        </span>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.8em;
      padding: 0.3em 0;
    }
    .fa-sun-o {
      margin-right: 0.4em;
    }
    .days {
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
export class DryingLine {
  readonly drying = input.required<Schemas['Drying']>();
  /** It may be changed. */
  readonly open = input(false);
  readonly edited = output<Schemas['Redrying']>();
  readonly deleted = output<Schemas['Redrying']>();

  /** Zero is a value. */
  protected told(value: number | null | undefined): boolean {
    return value !== null && value !== undefined;
  }
}
