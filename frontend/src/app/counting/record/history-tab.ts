import { Component, computed, inject, input, output } from '@angular/core';
import { Api, answer } from '@api/api';
import { Act } from '@ui/history/acts';
import { History, HistoryPage } from '@ui/history/history';
import { formatDay } from '@ui/format';
import { Reversal } from '../visits/reversal';
import type { Followed } from '../shared/followed';
import type { Owner } from '../shared/model';

/** Who did what; a visit that stands can be taken back from here too. */
@Component({
  selector: 'ex-history-tab',
  imports: [History],
  template: `
    <ex-history [load]="load" [version]="version()" [undoable]="undoable()" (undo)="undo($event)" />
  `,
})
export class HistoryTab {
  private readonly api = inject(Api);
  private readonly reversal = inject(Reversal);

  readonly owner = input.required<Owner>();
  /** The record itself, whose every change is one more line. */
  readonly record = input.required<unknown>();
  readonly data = input.required<Followed>();
  /** Its counts can be taken back. */
  readonly open = input(false);
  readonly changed = output();

  protected readonly load = (cursor: string | undefined): Promise<HistoryPage> =>
    {
    const { kind, uuid } = this.owner();
    return answer(
      this.api.GET(`/v1/${kind}/{uuid}/history` as const, { params: { path: { uuid }, query: { cursor } } }),
    );
  };

  /** A count changes no version of the record, nor does a step. */
  protected readonly version = computed(() => [
    this.record(),
    this.data().counts.value(),
    this.data().steps.value(),
    this.data().replicates.value(),
  ]);

  private readonly standing = computed(() => {
    const counts = this.open() ? (this.data().counts.value() ?? []) : [];
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
    if (await this.reversal.ask(this.owner(), count, date)) this.changed.emit();
  }
}

/** A count that this act wrote and that stands. */
function countOf(act: Act, standing: ReadonlyMap<string, string>): string | undefined {
  const line = act.lines.find(
    ({ table, operation, uuid }) => table === 't_counts' && operation === 'insert' && standing.has(uuid ?? ''),
  );
  return line?.uuid ?? undefined;
}
