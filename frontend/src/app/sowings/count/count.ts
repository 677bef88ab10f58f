import { Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Session } from '@app/session';
import { CodePipe } from '@ui/format';
import { isPhone } from '@ui/phone';
import { loaded } from '@ui/record/record-loader';
import { COUNTABLE, isCountable } from '../shared/model';
import { DueNote } from '@app/counting/shared/due-note';
import { sowingData } from '../shared/sowing-data';
import { StateBadge } from '../shared/state-badge';
import { TaxonName } from '@app/counting/shared/taxon-name';
import { CountForm } from './count-form';
import { factsOf } from './facts';
import { Words } from '@ui/words';
import { Counted } from '@app/counting/visits/counted';
import { SavedVisit } from '@app/counting/visits/saved-visit';

type Operation = Schemas['CountOperation'];

/** Counting a sowing, then the next one that waits. */
@Component({
  selector: 'ex-count',
  imports: [RouterLink, TranslatePipe, CodePipe, Counted, CountForm, DueNote, StateBadge, TaxonName],
  templateUrl: './count.html',
  styleUrl: '../../counting/visits/count-page.css',
})
export class CountPage {
  private readonly api = inject(Api);
  private readonly announce = inject(SavedVisit);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);
  protected readonly phone = isPhone();

  readonly uuid = input.required<string>();
  protected readonly data = sowingData(this.uuid);
  private readonly form = viewChild(CountForm);

  protected readonly isCountable = computed(() => {
    const state = this.data.sowing.value()?.state;
    return state !== undefined && isCountable(state);
  });
  /** Everything one needs to count is read. */
  protected readonly ready = computed(() => {
    const [sowing, replicates, counts] = [
      this.data.sowing.value(),
      this.data.replicates.value(),
      this.data.counts.value(),
    ];
    return sowing === null || replicates === null || counts === null ? null : { sowing, replicates, counts };
  });
  protected readonly problem = computed(
    () => this.data.sowing.problem() ?? this.data.replicates.problem() ?? this.data.counts.problem(),
  );

  /** What was just saved here; the next sowing is offered then. */
  protected readonly done = linkedSignal<string, Operation | null>({
    source: this.uuid,
    computation: () => null,
  });
  protected readonly others = loaded(
    computed(() => (this.done() === null ? null : this.uuid())),
    async (uuid, signal) => {
      const query = {
        due_by: this.session.today(),
        state: [...COUNTABLE],
        sort: 'next_count_due',
        limit: 2,
        count: true,
      };
      const page = await answer(this.api.GET('/v1/sowings', { params: { query }, signal }));
      return {
        next: page.items.find((sowing) => sowing.uuid !== uuid) ?? null,
        left: page.count ?? 0,
      };
    },
  );

  protected saved(operation: Operation): void {
    const sowing = this.uuid();
    this.done.set(operation);
    const facts = factsOf(operation.counts, this.words);
    this.announce.say({ kind: 'sowings', uuid: sowing }, operation, facts, () => {
      if (sowing !== this.uuid()) return;
      this.done.set(null);
      this.data.refresh();
    });
    this.data.refresh();
  }

  protected again(): void {
    this.done.set(null);
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.form()?.mayLeave() ?? true;
  }
}
