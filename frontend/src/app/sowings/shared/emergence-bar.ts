import { Component, computed, inject, input } from '@angular/core';
import { RatePipe } from '@ui/format';
import { Words } from '@ui/words';
import { Sowing, areCountedSeeds } from './model';

/** How much has emerged of what was sown, and what is left of it: a small bar with its rate. */
@Component({
  selector: 'ex-emergence-bar',
  imports: [RatePipe],
  template: `
    @if (parts(); as parts) {
      <span class="bar" role="img" [attr.aria-label]="text()">
        <span class="alive" [style.width.%]="parts.alive"></span>
        <span class="moved" [style.width.%]="parts.moved"></span>
        <span class="lost" [style.width.%]="parts.lost"></span>
      </span>
      <span class="rate" aria-hidden="true">{{ sowing().emergence.rate | rate }}</span>
    } @else {
      <span class="ex-muted">{{ text() }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 0.5em;
      min-width: 0;
    }
    .bar {
      display: flex;
      flex: 1 1 4em;
      min-width: 3em;
      max-width: 9em;
      height: 0.6em;
      overflow: hidden;
      background: #dfe5e9;
      border-radius: 3px;
    }
    .alive {
      background: #3f9150;
    }
    .moved {
      background: var(--ex-primary);
    }
    .lost {
      background: #b4636b;
    }
    .rate {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class EmergenceBar {
  private readonly words = inject(Words);
  readonly sowing = input.required<Pick<Sowing, 'emergence' | 'sown_value' | 'sown_unit' | 'sown_basis'>>();

  /** Shares of what was sown, in per cent; null when they have no denominator. */
  protected readonly parts = computed(() => {
    const { emergence, sown_value: sown, ...quantity } = this.sowing();
    if (!sown || !areCountedSeeds(quantity) || emergence.rate === null || emergence.rate === undefined) return null;
    const share = (n: number): number => (100 * n) / sown;
    return {
      alive: share(emergence.alive ?? 0),
      moved: share(emergence.pricked_out),
      lost: share(emergence.dead + emergence.removed),
    };
  });

  protected readonly text = computed(() => {
    const { emergence, sown_value: sown } = this.sowing();
    if (emergence.emerged === null || emergence.emerged === undefined) return this.words.of('sowings.never_counted');
    if (this.parts() === null) return this.words.many('sowings.emerged', emergence.emerged);
    return this.words.of('sowings.bar', { emerged: emergence.emerged, sown, alive: emergence.alive ?? 0 });
  });
}
