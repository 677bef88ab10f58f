import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Schemas } from '@api/api';
import { CodePipe, NumPipe } from '@ui/format';

type Line = Schemas['PermitTaxon'];

/** What is used of what a permit allows, 0 to 100 %; null when there is no limit. */
export function usedPercent({ quantity, used }: Pick<Line, 'quantity' | 'used'>): number | null {
  return quantity === null || quantity === undefined ? null : Math.min(100, Math.round((100 * used) / quantity));
}

/** What is used and what is left of a line of a permit: a bar, and in words. */
@Component({
  selector: 'ex-permit-used',
  imports: [TranslatePipe, CodePipe, NumPipe],
  template: `
    @if (percent(); as of) {
      <div class="bar" aria-hidden="true">
        <span [class.full]="spent()" [style.width.%]="of"></span>
      </div>
    } @else if (percent() === 0) {
      <div class="bar" aria-hidden="true"></div>
    }
    <div class="said" data-qa="permit-used">
      <span>
        {{ 'permits.used' | translate: { n: (line().used | num) } }}
        @if (line().quantity !== null) {
          / {{ line().quantity | num }}
        }
        {{ line().unit | code: 'permit_unit' }}
      </span>
      @if (line().remaining === null) {
        <span class="ex-muted">{{ 'permits.no_limit' | translate }}</span>
      } @else if (spent()) {
        <strong class="text-danger">{{ 'permits.nothing_left' | translate }}</strong>
      } @else {
        <strong>{{ 'permits.left' | translate: { n: (line().remaining | num) } }}</strong>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .bar {
      height: 0.55em;
      overflow: hidden;
      background: #e4e9ec;
      border-radius: 0.3em;
    }
    .bar span {
      display: block;
      height: 100%;
      background: var(--ex-green);
    }
    .bar .full {
      background: #b02a37;
    }
    .said {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1em;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class PermitUsed {
  readonly line = input.required<Line>();
  protected readonly percent = computed(() => usedPercent(this.line()));
  protected readonly spent = computed(() => (this.line().remaining ?? 1) <= 0);
}
