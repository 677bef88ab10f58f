import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { DueNote } from '@app/counting/shared/due-note';
import { CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe } from '@ui/format';
import { SEEDLING_CLASSES, SeedTestRecord, germinates } from '../shared/model';

/** The figures that matter of a test. */
@Component({
  selector: 'ex-test-figures',
  imports: [TranslatePipe, CodePipe, DayPipe, ManyPipe, NumPipe, RatePipe, DueNote],
  template: `
    @let it = test();
    <dl data-qa="figures" [class.four]="!germinates()">
      <div>
        <dt>{{ 'seed_tests.seeds' | translate }}</dt>
        <dd>{{ (it.seeds | num) || '—' }}</dd>
        <dd class="note">{{ it.replicates | many: 'counting.replicates' }} · {{ it.purpose | code: 'test_purpose' }}</dd>
      </div>
      @if (germinates()) {
        <div>
          <dt>{{ 'seed_tests.germinated' | translate }}</dt>
          <dd data-qa="germinated">
            {{ (it.tally.emerged | num) || '—' }}
            @if (rate() !== null) {
              <span class="rate">({{ rate() | rate }})</span>
            }
          </dd>
          <dd class="note">
            @if (it.tally.first_date; as date) {
              {{ 'seed_tests.since' | translate: { date: (date | day) } }}
            }
          </dd>
        </div>
      }
      <div>
        <dt>{{ 'seed_tests.examined' | translate }}</dt>
        <dd data-qa="examined">{{ it.tally.visits > 0 ? (it.tally.dissected | num) : '—' }}</dd>
        <dd class="note" data-qa="classes">
          @for (one of classes(); track one.class; let last = $last) {
            {{
              'seed_tests.n_of_class' | translate: { class: (one.class | code: 'seed_class'), n: (one.seeds | num) }
            }}{{ last ? '' : ' · ' }}
          }
        </dd>
      </div>
      <div>
        <dt>{{ 'seed_tests.left' | translate }}</dt>
        <dd data-qa="left">{{ it.state === 'draft' ? '—' : (it.tally.missing | num) || '—' }}</dd>
        <dd class="note">
          @if (it.tally.missing === 0) {
            {{ 'seed_tests.all_known' | translate }}
          }
        </dd>
      </div>
      <div>
        @if (it.state === 'finished') {
          <dt>{{ 'seed_tests.date_end' | translate }}</dt>
          <dd>{{ (it.date_end | day) || '—' }}</dd>
          <dd class="note">{{ 'seed_tests.begun' | translate: { date: (it.date_start | day) } }}</dd>
        } @else {
          <dt>{{ 'seed_tests.next_count' | translate }}</dt>
          <dd data-qa="next-count">{{ it.state === 'running' ? (it.next_count_due | day) || '—' : '—' }}</dd>
          <dd class="note">
            @if (it.state !== 'running') {
              {{ 'seed_tests.not_countable' | translate }}
            } @else if (it.next_count_due) {
              <ex-due [due]="it.next_count_due" relative />
            } @else {
              {{ 'seed_tests.no_next_count' | translate }}
            }
          </dd>
        }
      </div>
    </dl>
  `,
  styleUrl: '../../counting/record/figures.css',
})
export class Figures {
  readonly test = input.required<SeedTestRecord>();
  protected readonly germinates = computed(() => germinates(this.test()));
  /** Classes of the seeds examined: seedlings are in what germinated. */
  protected readonly classes = computed(() =>
    this.test().tally.classes.filter((one) => !SEEDLING_CLASSES.includes(one.class)),
  );
  protected readonly rate = computed(() => {
    const { seeds, tally } = this.test();
    return !seeds || tally.emerged === null || tally.emerged === undefined ? null : tally.emerged / seeds;
  });
}
