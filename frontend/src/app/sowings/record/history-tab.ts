import { Component, computed, inject, input, output } from '@angular/core';
import { Api, answer } from '@api/api';
import { Act } from '@ui/history/acts';
import { History, HistoryPage } from '@ui/history/history';
import { Session } from '@app/session';
import { formatDay } from '@ui/format';
import { isCountable } from '../shared/model';
import { Reversal } from '../shared/reversal';
import { SowingData } from '../shared/sowing-data';

/** Who did what; a visit that stands can be taken back from here too. */
@Component({
  selector: 'ex-history-tab',
  imports: [History],
  template: `
    @if (data().sowing.value(); as sowing) {
      <ex-history [load]="load" [version]="version()" [undoable]="undoable()" (undo)="undo($event)" />
    }
  `,
})
export class HistoryTab {
  private readonly api = inject(Api);
  private readonly reversal = inject(Reversal);
  private readonly session = inject(Session);

  readonly uuid = input.required<string>();
  readonly data = input.required<SowingData>();
  readonly changed = output();

  protected readonly load = (cursor: string | undefined): Promise<HistoryPage> =>
    answer(this.api.GET('/v1/sowings/{uuid}/history', { params: { path: { uuid: this.uuid() }, query: { cursor } } }));

  /** A count changes no version of the sowing, nor does a step. */
  protected readonly version = computed(() => [
    this.data().sowing.value(),
    this.data().counts.value(),
    this.data().steps.value(),
    this.data().replicates.value(),
  ]);

  private readonly standing = computed(() => {
    const state = this.data().sowing.value()?.state;
    const counts = this.data().counts.value() ?? [];
    if (state === undefined || !isCountable(state) || !this.session.can('U')) return new Map<string, string>();
    return new Map(
      counts.filter((count) => !count.reverses && !count.reversed_by).map((count) => [count.uuid, count.count_date]),
    );
  });

  protected readonly undoable = computed(() => {
    const standing = this.standing();
    return (act: Act): boolean => countOf(act, standing) !== undefined;
  });

  protected async undo(act: Act): Promise<void> {
    const count = countOf(act, this.standing());
    if (count === undefined) return;
    const date = formatDay(this.standing().get(count));
    if (await this.reversal.ask(this.uuid(), count, date)) this.changed.emit();
  }
}

/** A count that this act wrote and that stands. */
function countOf(act: Act, standing: ReadonlyMap<string, string>): string | undefined {
  const line = act.lines.find(
    ({ table, operation, uuid }) => table === 't_counts' && operation === 'insert' && standing.has(uuid ?? ''),
  );
  return line?.uuid ?? undefined;
}
