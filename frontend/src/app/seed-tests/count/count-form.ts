import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, idempotent } from '@api/api';
import { Session } from '@app/session';
import { proposedNext } from '@app/counting/shared/due';
import type { Count, Replicate } from '@app/counting/shared/model';
import { NOTHING_REFUSED, areAllInCells, cellErrors } from '@app/counting/visits/cell-errors';
import { NextVisit } from '@app/counting/visits/next-visit';
import { inOrder, visitDays } from '@app/counting/visits/visits';
import { EntryErrors, EntryRow, EntryValues } from '@ui/entry/cells';
import { EntryGrid } from '@ui/entry/entry-grid';
import { CodePipe, ManyPipe, RatePipe, formatNumber } from '@ui/format';
import { Field } from '@ui/form/field';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Segment, Segments } from '@ui/form/segments';
import { DayInput } from '@ui/pickers/day/day';
import { ObserverPicker } from '@ui/pickers/people/observer';
import { Words } from '@ui/words';
import { SEED_CLASSES, SeedClass, SeedTestRecord, germinates } from '../shared/model';
import {
  Column,
  Entry,
  Flaw,
  Mode,
  NewLine,
  columnOf,
  columnsOf,
  flawOf,
  linesOf,
  outcomeOf,
  saysSomething,
  standingAt,
  withRest,
} from './entry';

type Operation = Schemas['CountOperation'];

const MODES: readonly Segment[] = [
  { value: 'germination', label: 'seed_tests.visit.germination' },
  { value: 'final', label: 'seed_tests.visit.final' },
];
const FLAWS: Readonly<Record<Flaw['kind'], string>> = {
  more_than_sown: 'seed_tests.visit.more_than_sown',
  more_seedlings: 'seed_tests.visit.more_seedlings',
};

/** A visit to the replicates of a test: what germinated, or what the seeds are found to be. */
@Component({
  selector: 'ex-test-count-form',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    ManyPipe,
    RatePipe,
    DayInput,
    EntryGrid,
    Field,
    FormStatus,
    NextVisit,
    ObserverPicker,
    Segments,
  ],
  templateUrl: './count-form.html',
  styleUrl: '../../counting/visits/count-form.css',
})
export class CountForm implements OnInit {
  private readonly api = inject(Api);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly words = inject(Words);
  protected readonly login = inject(Session);

  readonly test = input.required<SeedTestRecord>();
  readonly replicates = input.required<readonly Replicate[]>();
  readonly counts = input.required<readonly Count[]>();
  /** What is left is examined at once. */
  readonly final = input(false);
  readonly saved = output<Operation>();

  protected readonly modes = MODES;
  /** Columns that are there on demand. */
  protected readonly more = signal(false);
  protected readonly details = signal(false);
  private readonly refused = signal(NOTHING_REFUSED);
  private sent: readonly NewLine[] = [];

  protected readonly form = inject(NonNullableFormBuilder).group({
    count_date: [this.login.today() as string | null, Validators.required],
    mode: ['germination' as Mode],
    values: new FormControl<EntryValues>({}, { nonNullable: true }),
    others: [true],
    next_count_due: [null as string | null],
    id_observer: [this.login.me()?.id_role ?? null],
    remarks: [''],
  });
  protected session!: FormSession<Operation>;
  private readonly changes = toSignal(this.form.valueChanges);
  protected readonly value = computed(() => {
    this.changes();
    return this.form.getRawValue();
  });

  protected readonly germinates = computed(() => germinates(this.test()));
  /** Seeds are examined: at the end of a germination, or always where nothing germinates. */
  protected readonly isFinal = computed(() => !this.germinates() || this.value().mode === 'final');
  protected readonly classes = computed(() => SEED_CLASSES[this.test().kind]);

  protected readonly rows = computed<readonly (EntryRow & { readonly replicate: Replicate })[]>(() =>
    [...this.replicates()]
      .sort((a, b) => inOrder(a.code, b.code))
      .map((replicate) => ({
        key: replicate.uuid,
        label: replicate.code,
        sublabel: this.sublabel(replicate),
        replicate,
      })),
  );
  protected readonly columns = computed<readonly Column[]>(() => {
    const { mode, values } = this.value();
    return columnsOf(this.test().kind, mode, this.more(), values, this.words);
  });
  /** What the columns in sight say: what was entered in another mode is not sent. */
  private readonly entries = computed<Readonly<Record<string, Entry>>>(() => {
    const keys = this.columns().map(({ key }) => key);
    const { values } = this.value();
    return Object.fromEntries(
      this.rows().map(({ key }) => [key, Object.fromEntries(keys.map((name) => [name, values[key]?.[name] ?? null]))]),
    );
  });
  private readonly standings = computed(() => {
    const date = this.value().count_date ?? this.login.today();
    return new Map(this.rows().map(({ key }) => [key, standingAt(this.counts(), key, date)]));
  });
  /** What each replicate comes to. */
  protected readonly outcomes = computed(() =>
    this.rows().flatMap(({ key, label, replicate }) => {
      const [entry, before] = [this.entries()[key], this.standings().get(key)];
      if (entry === undefined || before === undefined) return [];
      const after = outcomeOf(entry, before, replicate.sown ?? null);
      return [{ key, label, entry, says: saysSomething(entry), after, flaw: flawOf(entry, after) }];
    }),
  );
  protected readonly isLate = computed(() => [...this.standings().values()].some((standing) => standing.isLate));
  protected readonly totals = computed(() => {
    const all = this.outcomes().map(({ after }) => after);
    const sum = (value: (one: (typeof all)[number]) => number): number => all.reduce((n, one) => n + value(one), 0);
    const emerged = sum((one) => one.emergedAfter);
    const seeds = this.test().seeds ?? null;
    const isKnown = all.every((one) => one.left !== null);
    return {
      emerged,
      new: sum((one) => one.emerged + one.dissected),
      left: isKnown ? sum((one) => one.left ?? 0) : null,
      rate: seeds === null || seeds === 0 ? null : emerged / seeds,
    };
  });
  /** What is left of each replicate, for who examines it. */
  protected readonly rest = computed(() =>
    Object.fromEntries(this.outcomes().map(({ key, after }) => [key, after.left])),
  );
  protected readonly errors = computed<EntryErrors>(() => {
    const foreseen = this.outcomes().flatMap(({ key, flaw }) =>
      flaw === null ? [] : [[key, { [flaw.column]: this.words.many(FLAWS[flaw.kind], flaw.n) }] as const],
    );
    return { ...Object.fromEntries(foreseen), ...this.refused().cells };
  });
  protected readonly saidInCells = computed(() =>
    areAllInCells(this.refused(), this.session.problem()?.document?.errors),
  );
  protected readonly refusals = computed(() => this.refused().others);
  private readonly withOthers = computed(() => !this.isFinal() && this.value().others);
  protected readonly lines = computed(() => {
    const replicates = this.rows().map(({ replicate }) => replicate);
    return linesOf(replicates, this.entries(), this.withOthers(), this.value().remarks.trim() || null);
  });
  /** Replicates that will be said to have been seen, with nothing new. */
  protected readonly unchanged = computed(() =>
    this.withOthers() ? this.outcomes().filter(({ says }) => !says).map(({ label }) => label) : [],
  );

  constructor() {
    this.form.controls.count_date.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.propose());
    this.form.controls.mode.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.propose());
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.refused.set(NOTHING_REFUSED));
  }

  ngOnInit(): void {
    if (this.final()) this.form.controls.mode.setValue('final');
    this.propose();
    this.session = runInInjectionContext(this.injector, () =>
      this.forms.open({
        name: 'test-count',
        // No version: a visit is added whatever became of the test meanwhile.
        record: { uuid: this.test().uuid, version: 0 },
        form: this.form,
        names: { lines: 'values' },
        save: (_value, { key }) => this.send(key),
      }),
    );
    if (this.session.draftAt() !== null) this.form.controls.next_count_due.markAsDirty();
  }

  private sublabel({ sown, emerged, dissected }: Replicate): string {
    const n = (value: number): string => formatNumber(value, this.words.language);
    if (sown === null || sown === undefined) return '';
    // Short: a phone has the grid beside it.
    if (!this.isFinal()) return this.words.of('seed_tests.row_of', { emerged: n(emerged ?? 0), sown: n(sown) });
    const left = sown - (emerged ?? 0) - dissected;
    return this.words.many('seed_tests.row_left', left, { n: n(left) });
  }

  /** The next count, as long as nobody says otherwise; none once what is left is examined. */
  private propose(): void {
    const next = this.form.controls.next_count_due;
    if (next.dirty) return;
    const isFinal = !germinates(this.test()) || this.form.controls.mode.value === 'final';
    next.setValue(
      isFinal
        ? null
        : proposedNext({
            countDate: this.form.controls.count_date.value ?? this.login.today(),
            today: this.login.today(),
            visits: visitDays(this.counts()),
            due: this.test().next_count_due ?? null,
          }),
    );
  }

  protected enter(values: EntryValues): void {
    this.form.controls.values.setValue(values);
    this.form.controls.values.markAsDirty();
  }

  /** What is left of each replicate is of one class. */
  protected giveRest(to: SeedClass): void {
    this.enter(withRest(this.value().values, this.rest(), to));
  }

  private send(key: string): Promise<Operation> {
    const { count_date, id_observer, next_count_due } = this.value();
    this.sent = this.lines();
    return answer(
      this.api.POST('/v1/seed-tests/{uuid}/counts', {
        params: { path: { uuid: this.test().uuid } },
        body: { count_date, id_observer, next_count_due: next_count_due ?? undefined, lines: [...this.sent] },
        headers: idempotent(key),
      }),
    );
  }

  protected async save(): Promise<void> {
    if (this.lines().length === 0) return;
    const done = await this.session.submit();
    if (done !== null) this.saved.emit(done);
    else this.refused.set(cellErrors(this.session.problem()?.document?.errors ?? [], this.sent, columnOf));
  }

  mayLeave(): Promise<boolean> {
    return this.session.mayLeave();
  }
}
