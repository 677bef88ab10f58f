import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Schemas } from '@api/api';
import { CodePipe, DayPipe, ManyPipe, NumPipe } from '@ui/format';
import { CheckLine } from './check-line';
import { DryingLine } from './drying-line';

type Check = Schemas['HumidityCheck'];

/** A time in one place: since when, what the place was to keep, what was checked there. */
@Component({
  selector: 'ex-period-card',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, ManyPipe, NumPipe, CheckLine, DryingLine],
  template: `
    @let it = period();
    <div class="head">
      <span class="days">
        @if (it.end; as end) {
          {{ it.start | day }} → {{ end | day }}
        } @else {
          {{ 'lots.conditions.since' | translate: { date: (it.start | day) } }}
        }
      </span>
      <span class="where">
        @if (place(); as place) {
          <span class="ex-muted">{{ above() }}</span>
          <a [routerLink]="['/places', place.uuid]" [title]="place.label">{{ place.code }}</a>
        } @else {
          <span class="ex-muted">{{ 'record.restricted' | translate }}</span>
        }
      </span>
      <span class="climate">
        @for (figure of climate(); track figure.unit) {
          @if (figure.expected; as expected) {
            <span class="figure">
              <strong>{{ expected.value | num: 1 }} {{ figure.unit }}</strong>
              @if (expected.from; as from) {
                <span class="ex-muted small">({{ from }})</span>
              }
            </span>
          } @else {
            <span class="ex-muted small">{{ figure.reason | code: 'unknown' }}</span>
          }
        }
      </span>
    </div>
    @for (drying of it.dryings; track $index) {
      <ex-drying-line [drying]="drying" [open]="open()" (edited)="dryingEdited.emit($event)" (deleted)="dryingDeleted.emit($event)" />
    }
    @if (it.checks.length > 0) {
      <details [open]="it.end === null || it.end === undefined">
        <summary>{{ it.checks.length | many: 'lots.humidity.checks' }}</summary>
        @for (check of it.checks; track check.uuid) {
          <ex-check-line [check]="check" [open]="open()" (edited)="edited.emit(check)" (deleted)="deleted.emit(check)" />
        }
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 0.5em 0 0.5em 0.9em;
      border-left: 3px solid var(--ex-line);
    }
    .head {
      display: grid;
      grid-template-columns: 13em minmax(0, 1fr) auto;
      gap: 0 1.2em;
      align-items: baseline;
    }
    .days {
      font-variant-numeric: tabular-nums;
    }
    .where {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.4em;
      overflow-wrap: anywhere;
    }
    .climate {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1em;
    }
    .figure {
      display: flex;
      align-items: baseline;
      gap: 0.3em;
    }
    summary {
      padding: 0.3em 0;
      cursor: pointer;
    }
    @media (max-width: 767.98px) {
      .head {
        grid-template-columns: minmax(0, 1fr);
      }
      summary {
        padding: 0.7em 0;
      }
    }
  `,
})
export class PeriodCard {
  readonly period = input.required<Schemas['Period']>();
  /** Its checks may be changed. */
  readonly open = input(false);
  readonly edited = output<Check>();
  readonly deleted = output<Check>();
  readonly dryingEdited = output<Schemas['Redrying']>();
  readonly dryingDeleted = output<Schemas['Redrying']>();

  protected readonly place = computed(() => {
    const { place } = this.period();
    return 'restricted' in place ? null : place;
  });
  /** The places that held it. */
  protected readonly above = computed(() => {
    const above = this.period().path.slice(0, -1);
    return above.length === 0 ? '' : `${above.join(' › ')} ›`;
  });
  protected readonly climate = computed(() => {
    const { temperature, humidity, missing } = this.period();
    const reason = (figure: string): Schemas['Unknown'] | undefined => missing.find((one) => one.figure === figure)?.reason;
    return [
      { unit: '°C', expected: this.told(temperature), reason: reason('temperature') },
      { unit: '%', expected: this.told(humidity), reason: reason('humidity') },
    ];
  });

  /** What is expected, and by which place when it is another one. */
  private told(expected: Schemas['Expected'] | null | undefined): { value: number; from: string | null } | null {
    if (expected === null || expected === undefined) return null;
    const { value, place } = expected;
    const from = 'restricted' in place || place.uuid === this.place()?.uuid ? null : place.code;
    return { value, from };
  }
}
