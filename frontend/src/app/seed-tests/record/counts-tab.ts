import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Owner } from '@app/counting/shared/model';
import { Reversal } from '@app/counting/visits/reversal';
import { Visit, visitsOf } from '@app/counting/visits/visits';
import { VisitsTable } from '@app/counting/visits/visits-table';
import { formatDay } from '@ui/format';
import { Words } from '@ui/words';
import type { TestData } from '../shared/test-data';
import { visitColumns } from './visit-columns';

/** The visits of a test, and the way to a new one. */
@Component({
  selector: 'ex-test-counts-tab',
  imports: [RouterLink, TranslatePipe, VisitsTable],
  template: `
    @if (mayCount()) {
      <p>
        <a class="btn btn-success" [routerLink]="['/seed-tests', uuid(), 'count']" data-qa="count-from-tab">
          <i class="fa fa-plus" aria-hidden="true"></i> {{ 'seed_tests.new_visit' | translate }}
        </a>
      </p>
    }
    @if (visits(); as visits) {
      @if (visits.length === 0) {
        <p class="ex-muted" data-qa="no-counts">{{ 'seed_tests.no_visit' | translate }}</p>
      } @else {
        <ex-visits [visits]="visits" [columns]="columns()" [mayUndo]="mayCount()" (undo)="undo($event)" />
      }
    } @else {
      <p class="ex-muted" aria-busy="true">{{ 'list.loading' | translate }}</p>
    }
  `,
})
export class CountsTab {
  private readonly reversal = inject(Reversal);
  private readonly words = inject(Words);

  readonly data = input.required<TestData>();
  readonly mayCount = input(false);
  readonly changed = output();

  protected readonly uuid = computed(() => this.data().test.value()?.uuid ?? '');
  protected readonly visits = computed(() => {
    const counts = this.data().counts.value();
    return counts === null ? null : visitsOf(counts);
  });
  protected readonly columns = computed(() =>
    visitColumns(this.data().test.value()?.kind ?? 'germination', this.data().counts.value() ?? [], this.words),
  );

  protected async undo(visit: Visit): Promise<void> {
    const [first] = visit.lines;
    const owner: Owner = { kind: 'seed-tests', uuid: this.uuid() };
    if (first !== undefined && (await this.reversal.ask(owner, first.uuid, formatDay(visit.date)))) this.changed.emit();
  }
}
