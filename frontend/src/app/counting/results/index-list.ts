import { Component, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { CodePipe, formatPercent } from '@ui/format';
import { Words } from '@ui/words';
import type { About } from './about';
import { KnownFigure, formatFigure } from './index-groups';

/** Figures one under the other: each opens on what it means. */
@Component({
  selector: 'ex-index-list',
  imports: [CodePipe, TranslatePipe],
  template: `
    @for (figure of figures(); track figure.code) {
      <details [attr.data-qa]="'index-' + figure.code">
        <summary>
          <span class="name">{{ figure.code | code: about().index }}</span>
          @if (figure.value !== null) {
            <strong>{{ text(figure.value, figure) }}</strong>
          } @else {
            <span aria-hidden="true">—</span>
            <span class="sr-only">{{ 'record.none' | translate }}</span>
          }
        </summary>
        <p>{{ figure.code | code: about().index_help }}</p>
      </details>
      @if (figure.reason; as reason) {
        <p class="reason ex-muted">{{ reason | code: about().unknown }}</p>
      }
    }
  `,
  styles: `
    details {
      border-top: 1px solid #e4e9ec;
    }
    summary {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 0.8em;
      min-height: 2.4em;
      cursor: pointer;
    }
    summary::before {
      content: '+';
      flex: none;
      width: 0.8em;
      color: var(--ex-primary);
      font-weight: 600;
    }
    details[open] > summary::before {
      content: '−';
    }
    .name {
      flex: 1;
      min-width: 0;
    }
    strong {
      text-align: right;
    }
    p {
      margin: 0 0 0.5em 1.6em;
      font-size: 0.92em;
    }
    .reason {
      margin-top: -0.3em;
    }
    @media (max-width: 767.98px) {
      summary {
        min-height: 44px;
      }
    }
  `,
})
export class IndexList {
  private readonly words = inject(Words);
  readonly figures = input.required<readonly KnownFigure[]>();
  readonly about = input.required<About>();

  protected text(value: number, { unit }: KnownFigure): string {
    const n = formatFigure(value, unit, this.words.language);
    if (unit === 'day') return this.words.many('counting.results.days', value, { n });
    if (unit === 'percent') return formatPercent(value / 100, this.words.language);
    return `${n} ${this.words.code('index_unit', unit)}`.trim();
  }
}
