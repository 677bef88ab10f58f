import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, idempotent } from '@api/api';
import { Session } from '@app/session';
import { EntryGrid } from '@ui/entry/entry-grid';
import { EntryErrors, EntryRow, EntryValues } from '@ui/entry/cells';
import { CodePipe, ManyPipe, NumPipe, RatePipe, formatNumber } from '@ui/format';
import { Field } from '@ui/form/field';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { Segment, Segments } from '@ui/form/segments';
import { DayInput } from '@ui/pickers/day/day';
import { NomenclatureInput } from '@ui/pickers/nomenclature/nomenclature';
import { ObserverPicker } from '@ui/pickers/people/observer';
import { Words } from '@ui/words';
import { NextVisit } from '@app/counting/visits/next-visit';
import { proposedNext } from '@app/counting/shared/due';
import type { Count, Replicate } from '@app/counting/shared/model';
import { SowingRecord, areCountedSeeds } from '../shared/model';
import { inOrder, visitDays } from '@app/counting/visits/visits';
import { NOTHING_REFUSED, areAllInCells, cellErrors } from '@app/counting/visits/cell-errors';
import { errorColumn } from './error-column';
import { keepMode, lastMode } from './mode';
import {
  DeathCause,
  Entry,
  Flaw,
  Mode,
  NewLine,
  SurplusCause,
  flawOf,
  linesOf,
  outcomeOf,
  saysSomething,
  standingAt,
} from './visit';
import { Column, DEATH_CAUSES, SURPLUS_CAUSES, columnsOf, entryOf } from './columns';

type Operation = Schemas['CountOperation'];
type Causes<C> = Readonly<Record<string, C | null>>;

const MODES: readonly Segment[] = [
  { value: 'changes', label: 'sowings.visit.changes' },
  { value: 'alive', label: 'sowings.visit.alive' },
];

const FLAWS: Readonly<Record<Flaw['kind'], string>> = {
  more_than_sown: 'sowings.visit.more_than_sown',
  more_than_alive: 'sowings.visit.more_than_alive',
  cause_missing: 'sowings.visit.cause_missing',
};

/** A visit to the replicates of a sowing: what is seen, what it comes to, and when to come back. */
@Component({
  selector: 'ex-count-form',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    ManyPipe,
    NumPipe,
    RatePipe,
    DayInput,
    EntryGrid,
    Field,
    FormStatus,
    NextVisit,
    NomenclatureInput,
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

  readonly sowing = input.required<SowingRecord>();
  readonly replicates = input.required<readonly Replicate[]>();
  readonly counts = input.required<readonly Count[]>();
  readonly saved = output<Operation>();

  protected readonly modes = MODES;
  protected readonly deathCauses = DEATH_CAUSES;
  protected readonly surplusCauses = SURPLUS_CAUSES;
  /** Columns that are there on demand. */
  protected readonly more = signal(false);
  protected readonly details = signal(false);
  private readonly refused = signal(NOTHING_REFUSED);
  private sent: readonly NewLine[] = [];

  protected readonly form = inject(NonNullableFormBuilder).group({
    count_date: [this.login.today() as string | null, Validators.required],
    mode: [lastMode()],
    values: new FormControl<EntryValues>({}, { nonNullable: true }),
    death_causes: new FormControl<Causes<DeathCause>>({}, { nonNullable: true }),
    surplus_causes: new FormControl<Causes<SurplusCause>>({}, { nonNullable: true }),
    others: [true],
    next_count_due: [null as string | null],
    id_observer: [this.login.me()?.id_role ?? null],
    stage: [null as string | null],
    remarks: [''],
  });
  protected session!: FormSession<Operation>;
  private readonly changes = toSignal(this.form.valueChanges);
  protected readonly value = computed(() => {
    this.changes();
    return this.form.getRawValue();
  });

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
    return columnsOf(mode, this.more(), values, this.words);
  });
  private readonly entries = computed<Readonly<Record<string, Entry>>>(() => {
    const { values, death_causes, surplus_causes } = this.value();
    return Object.fromEntries(
      this.rows().map(({ key }) => [
        key,
        entryOf(values[key] ?? {}, death_causes[key] ?? null, surplus_causes[key] ?? null),
      ]),
    );
  });
  private readonly standings = computed(() => {
    const date = this.value().count_date ?? this.login.today();
    return new Map(this.rows().map(({ key }) => [key, standingAt(this.counts(), key, date)]));
  });
  /** What each replicate comes to. */
  protected readonly outcomes = computed(() => {
    const { mode } = this.value();
    return this.rows().flatMap(({ key, label, replicate }) => {
      const [entry, before] = [this.entries()[key], this.standings().get(key)];
      if (entry === undefined || before === undefined) return [];
      const sown = areCountedSeeds(this.sowing()) ? (replicate.sown ?? null) : null;
      return [
        {
          key,
          label,
          entry,
          says: saysSomething(entry, mode),
          after: outcomeOf(entry, mode, before),
          flaw: flawOf(entry, mode, before, sown),
        },
      ];
    });
  });
  protected readonly isLate = computed(() => [...this.standings().values()].some((standing) => standing.isLate));
  /** What is deduced from what is seen alive, replicate by replicate. */
  protected readonly deduced = computed(() =>
    this.value().mode === 'alive'
      ? this.outcomes().filter(({ says, after }) => says && (after.emerged > 0 || after.disappeared > 0))
      : [],
  );
  protected readonly totals = computed(() => {
    const all = this.outcomes().map(({ after }) => after);
    const sum = (value: (one: (typeof all)[number]) => number): number => all.reduce((n, one) => n + value(one), 0);
    const emerged = sum((one) => one.emergedAfter);
    const sown = areCountedSeeds(this.sowing()) ? (this.sowing().sown_value ?? null) : null;
    return {
      emerged,
      alive: sum((one) => one.aliveAfter),
      new: sum((one) => one.emerged),
      lost: sum((one) => one.dead),
      rate: sown === null || sown === 0 ? null : emerged / sown,
    };
  });
  protected readonly dying = computed(() => this.outcomes().filter(({ entry }) => (entry.dead ?? 0) > 0));
  protected readonly surpluses = computed(() => this.outcomes().filter(({ entry }) => (entry.surplus ?? 0) > 0));
  protected readonly overflows = computed(() => this.outcomes().some(({ flaw }) => flaw?.kind === 'more_than_sown'));
  protected readonly errors = computed<EntryErrors>(() => {
    const foreseen = this.outcomes().flatMap(({ key, flaw }) =>
      flaw === null ? [] : [[key, { [columnOf(flaw)]: this.words.many(FLAWS[flaw.kind], flaw.n) }] as const],
    );
    return { ...Object.fromEntries(foreseen), ...this.refused().cells };
  });
  /** What is refused is all said where it is. */
  protected readonly saidInCells = computed(() =>
    areAllInCells(this.refused(), this.session.problem()?.document?.errors),
  );
  protected readonly others = computed(() => this.refused().others);
  protected readonly lines = computed(() => {
    const { mode, others, stage, remarks } = this.value();
    const replicates = this.rows().map(({ replicate }) => replicate);
    return linesOf(replicates, this.entries(), mode, others, { stage, remarks: remarks.trim() || null });
  });
  /** Replicates that will be said to have been seen, with nothing new. */
  protected readonly unchanged = computed(() => {
    const { mode, others } = this.value();
    return mode === 'changes' && others ? this.outcomes().filter(({ says }) => !says).map(({ label }) => label) : [];
  });

  constructor() {
    this.form.controls.mode.valueChanges.pipe(takeUntilDestroyed()).subscribe((mode) => {
      if (mode !== null) keepMode(mode);
    });
    this.form.controls.count_date.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.propose());
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.refused.set(NOTHING_REFUSED));
  }

  ngOnInit(): void {
    this.propose();
    this.session = runInInjectionContext(this.injector, () =>
      this.forms.open({
        name: 'count',
        // No version: a visit is added whatever became of the sowing meanwhile.
        record: { uuid: this.sowing().uuid, version: 0 },
        form: this.form,
        names: { lines: 'values' },
        save: (_value, { key }) => this.send(key),
      }),
    );
    if (this.session.draftAt() !== null) this.form.controls.next_count_due.markAsDirty();
  }

  private sublabel({ sown, alive }: Replicate): string {
    const n = (value: number): string => formatNumber(value, this.words.language);
    return [
      sown === null || sown === undefined ? '' : this.words.many('sowings.visit.sown', sown, { n: n(sown) }),
      alive === null || alive === undefined ? '' : this.words.many('sowings.visit.alive_before', alive, { n: n(alive) }),
    ]
      .filter((text) => text !== '')
      .join(', ');
  }

  /** The next count, as long as nobody says otherwise. */
  private propose(): void {
    const next = this.form.controls.next_count_due;
    if (next.dirty) return;
    const proposed = proposedNext({
      countDate: this.form.controls.count_date.value ?? this.login.today(),
      today: this.login.today(),
      visits: visitDays(this.counts()),
      due: this.sowing().next_count_due ?? null,
    });
    next.setValue(proposed);
  }

  protected enter(values: EntryValues): void {
    this.form.controls.values.setValue(values);
    this.form.controls.values.markAsDirty();
  }

  protected diedOf(row: string, cause: DeathCause | null): void {
    const rows = this.dying().map(({ key }) => key);
    explain(this.form.controls.death_causes, rows, row, cause);
  }

  protected surplusOf(row: string, cause: SurplusCause | null): void {
    const rows = this.surpluses().map(({ key }) => key);
    explain(this.form.controls.surplus_causes, rows, row, cause);
  }

  private send(key: string): Promise<Operation> {
    const { count_date, id_observer, next_count_due } = this.value();
    this.sent = this.lines();
    return answer(
      this.api.POST('/v1/sowings/{uuid}/counts', {
        params: { path: { uuid: this.sowing().uuid } },
        body: {
          count_date,
          id_observer,
          next_count_due: next_count_due ?? undefined,
          lines: [...this.sent],
        },
        headers: idempotent(key),
      }),
    );
  }

  protected async save(): Promise<void> {
    if (this.lines().length === 0) return;
    const done = await this.session.submit();
    if (done !== null) this.saved.emit(done);
    else {
      const { mode } = this.value();
      const errors = this.session.problem()?.document?.errors ?? [];
      this.refused.set(cellErrors(errors, this.sent, (line, about) => errorColumn(line, about, mode)));
    }
  }

  mayLeave(): Promise<boolean> {
    return this.session.mayLeave();
  }
}

/** The column of the grid where a flaw is shown. */
function columnOf(flaw: Flaw): string {
  return flaw.field === 'surplus_cause' ? 'surplus' : flaw.field;
}

/** The cause of one replicate; the others that have none take it too. */
function explain<C>(
  control: FormControl<Causes<C>>,
  rows: readonly string[],
  row: string,
  cause: C | null,
): void {
  const without = rows.filter((key) => (control.value[key] ?? null) === null);
  control.setValue({ ...control.value, ...Object.fromEntries([...without, row].map((key) => [key, cause])) });
  control.markAsDirty();
}
