import { Component, input } from '@angular/core';
import { Params, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { NumPipe } from '@ui/format';

/** A figure that leads to its list. */
@Component({
  selector: 'ex-figure',
  imports: [RouterLink, TranslatePipe, NumPipe],
  template: `
    <a class="card" [routerLink]="link()" [queryParams]="query()" [class.warn]="warn() && (value() ?? 0) > 0">
      <i class="fa {{ icon() }}" aria-hidden="true"></i>
      <strong>{{ value() === null || value() === undefined ? '…' : (value() | num) }}</strong>
      <span>{{ label() | translate }}</span>
    </a>
  `,
  styles: `
    a {
      display: grid;
      grid-template-columns: auto 1fr;
      align-items: center;
      column-gap: 0.8em;
      height: 100%;
      padding: 0.8em 1em;
      color: var(--ex-ink);
    }
    a:hover {
      text-decoration: none;
      background: var(--ex-hover);
    }
    i {
      grid-row: 1 / 3;
      font-size: 1.9em;
      color: var(--ex-green);
    }
    .warn i {
      color: var(--ex-warning-ink);
    }
    strong {
      font-size: 1.7em;
      line-height: 1.1;
      font-variant-numeric: tabular-nums;
    }
    span {
      color: var(--ex-muted);
    }
  `,
})
export class Figure {
  readonly label = input.required<string>();
  readonly icon = input.required<string>();
  readonly value = input<number | null | undefined>();
  readonly link = input.required<string>();
  readonly query = input<Params>({});
  /** A figure above zero calls for attention. */
  readonly warn = input(false);
}
