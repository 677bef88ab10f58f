import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer } from '@api/api';
import { Session } from '@app/session';
import { DueNote } from '@app/counting/shared/due-note';
import { TaxonName } from '@app/counting/shared/taxon-name';
import { Counted } from '@app/counting/visits/counted';
import { SavedVisit } from '@app/counting/visits/saved-visit';
import { CodePipe } from '@ui/format';
import { isPhone } from '@ui/phone';
import { loaded } from '@ui/record/record-loader';
import { Words } from '@ui/words';
import { ChangeState } from '../record/change-state';
import { actTo } from '../record/acts';
import { StateBadge } from '../shared/state-badge';
import { testData } from '../shared/test-data';
import { CountForm } from './count-form';
import { factsOf } from './facts';

type Operation = Schemas['CountOperation'];

/** Counting a test, then the next one that waits; a test whose seeds are all known is finished from here. */
@Component({
  selector: 'ex-count-test',
  imports: [RouterLink, TranslatePipe, CodePipe, Counted, CountForm, DueNote, StateBadge, TaxonName],
  templateUrl: './count.html',
  styleUrl: '../../counting/visits/count-page.css',
})
export class CountPage {
  private readonly api = inject(Api);
  private readonly announce = inject(SavedVisit);
  private readonly changeState = inject(ChangeState);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);
  protected readonly phone = isPhone();

  readonly uuid = input.required<string>();
  /** `final`: what is left is examined. */
  readonly mode = input<string>();
  protected readonly data = testData(this.uuid);
  private readonly form = viewChild(CountForm);

  /** Everything one needs to count is read. */
  protected readonly ready = computed(() => {
    const [test, replicates, counts] = [
      this.data.test.value(),
      this.data.replicates.value(),
      this.data.counts.value(),
    ];
    return test === null || replicates === null || counts === null ? null : { test, replicates, counts };
  });
  protected readonly problem = computed(
    () => this.data.test.problem() ?? this.data.replicates.problem() ?? this.data.counts.problem(),
  );

  /** What was just saved here; the next test is offered then. */
  protected readonly done = linkedSignal<string, Operation | null>({
    source: this.uuid,
    computation: () => null,
  });
  /** Every seed is accounted for: nothing is left to count. */
  protected readonly isComplete = computed(() => this.data.test.value()?.tally.missing === 0);
  private readonly asking = signal(false);
  protected readonly others = loaded(
    computed(() => (this.done() === null ? null : this.uuid())),
    async (uuid, signal) => {
      const query = {
        due_by: this.session.today(),
        state: ['running' as const],
        sort: 'next_count_due',
        limit: 2,
        count: true,
      };
      const page = await answer(this.api.GET('/v1/seed-tests', { params: { query }, signal }));
      return { next: page.items.find((test) => test.uuid !== uuid) ?? null, left: page.count ?? 0 };
    },
  );

  protected saved(operation: Operation): void {
    const test = this.uuid();
    this.done.set(operation);
    this.announce.say({ kind: 'seed-tests', uuid: test }, operation, factsOf(operation.counts, this.words), () => {
      if (test !== this.uuid()) return;
      this.done.set(null);
      this.data.refresh();
    });
    this.data.refresh();
  }

  protected async finish(): Promise<void> {
    const test = this.data.test.value();
    const act = test === null ? undefined : actTo(test, 'finished');
    if (test === null || act === undefined || this.asking()) return;
    this.asking.set(true);
    try {
      if ((await this.changeState.ask(test, act)) === null) return;
      await this.router.navigate(['/seed-tests', test.uuid], { queryParams: { tab: 'results' } });
    } finally {
      this.asking.set(false);
    }
  }

  protected again(): void {
    this.done.set(null);
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.form()?.mayLeave() ?? true;
  }
}
