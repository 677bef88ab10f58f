import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, idempotent } from '@api/api';
import { Session } from '@app/session';
import { fitReplicates } from '@app/counting/replicates/share-form';
import { addDays } from '@app/counting/shared/due';
import { StepsEditor } from '@app/counting/steps/steps-editor';
import { fullestPlace } from '@app/counting/stock/lot-places';
import { StockWords } from '@app/counting/stock/stock-words';
import { WizardFrame, WizardScreen } from '@app/counting/wizard/frame';
import { Forms } from '@ui/form/form-session';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { HowFields } from '../edit/how-fields';
import { regimeValue } from '../edit/how-form';
import { SeedTestRecord, stillAlive } from '../shared/model';
import { dishesFor, proposalFor } from './proposal';
import { SeedsStep } from './seeds-step';
import { SourceStep } from './source-step';
import { SummaryStep } from './summary-step';
import { WizardForm, WizardValue, fillWizard, wizardBody, wizardForm } from './wizard-form';

type Name = keyof WizardForm['controls'];

const SCREENS: readonly (WizardScreen & { readonly controls: readonly Name[] })[] = [
  { label: 'seed_tests.new.source', name: 'seed_tests.new.source_short', controls: ['source', 'kind', 'purpose'] },
  {
    label: 'seed_tests.new.quantity',
    name: 'seed_tests.seeds',
    controls: ['seeds', 'replicates', 'confirm_overdraw', 'reserve_override_reason'],
  },
  { label: 'seed_tests.tab.steps', name: 'seed_tests.tab.steps', controls: ['treatment_steps'] },
  {
    label: 'seed_tests.new.how',
    name: 'seed_tests.new.how',
    controls: [
      'place',
      'date_start',
      'next_count_due',
      'support',
      'substrate_note',
      'regimes',
      'id_dataset',
      'people',
      'people_text',
      'remarks',
    ],
  },
  { label: 'seed_tests.new.summary', name: 'seed_tests.new.summary', controls: ['state'] },
];

/** What is of one test: never repeated for another. */
const UNIQUE: readonly Name[] = [
  'source',
  'seeds',
  'replicates',
  'treatment_steps',
  'date_start',
  'next_count_due',
  'remarks',
  'state',
  'confirm_overdraw',
  'reserve_override_reason',
];
const FIRST_COUNT = 7;
const PROPOSED = ['seeds', 'date_start', 'next_count_due', 'state'] as const;

/** « Tester », one screen after the other: seeds of a lot, or those that another test left. */
@Component({
  selector: 'ex-test-wizard',
  imports: [RouterLink, TranslatePipe, HowFields, SeedsStep, SourceStep, StepsEditor, SummaryStep, WizardFrame],
  templateUrl: './wizard.html',
  styleUrl: '../../counting/wizard/page.css',
})
export class Wizard {
  private readonly api = inject(Api);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly login = inject(Session);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly stock = inject(StockWords);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  protected readonly screens = SCREENS;
  protected readonly form = wizardForm(this.build);
  private readonly given = this.route.snapshot.queryParamMap;
  protected readonly session = this.open();

  private readonly changes = toSignal(this.form.valueChanges);
  protected readonly value = computed(() => {
    this.changes();
    return this.form.getRawValue();
  });
  protected readonly lot = loaded(
    computed(() => this.value().source.lot),
    (uuid, signal) => answer(this.api.GET('/v1/seed-lots/{uuid}', { params: { path: { uuid } }, signal })),
  );
  private readonly parentRead = loaded(
    computed(() => this.value().source.parent),
    (uuid, signal) => answer(this.api.GET('/v1/seed-tests/{uuid}', { params: { path: { uuid } }, signal })),
  );
  protected readonly parent = computed(() => this.parentRead.value());
  /** The seeds that the parent left alive, else all that did not germinate. */
  protected readonly left = computed(() => {
    const parent = this.parent();
    return parent === null ? 0 : stillAlive(parent) || (parent.seeds ?? 0) - (parent.tally.emerged ?? 0);
  });
  /** The lot that is debited. */
  protected readonly debited = computed(() => (this.value().source.parent === null ? this.lot.value() : null));
  protected readonly taxonName = computed(() => {
    const taxon = this.lot.value()?.taxon ?? this.parent()?.taxon;
    return taxon?.name ?? taxon?.cited_name ?? '';
  });
  protected readonly name = computed(() => [this.lot.value()?.code ?? '', this.taxonName()].join(' ').trim());
  private readonly going = signal(false);

  constructor() {
    // The place where there is most, until one chooses another.
    let seen: string | null = null;
    effect(() => {
      const lot = this.debited();
      if (lot === null) return;
      untracked(() => {
        const { place } = this.form.controls.source.controls;
        const isHere = lot.balances.some((one) => 'uuid' in one.place && one.place.uuid === place.value);
        if (place.value === null || (seen !== null && seen !== lot.uuid && !isHere)) place.setValue(fullestPlace(lot));
        seen = lot.uuid;
        this.propose();
      });
    });
    effect(() => {
      const parent = this.parent();
      if (parent !== null) untracked(() => this.follow(parent));
    });
    this.propose();
  }

  private open() {
    const [lot, parent] = [this.given.get('lot'), this.given.get('parent')];
    const me = this.login.me()?.id_role;
    fillWizard(this.build, this.form, {
      people: me === undefined ? [] : [me],
      source: { lot, place: null, parent },
      purpose: parent === null ? 'monitoring' : 'dormancy',
    });
    const session = inject(Forms).open<WizardValue, SeedTestRecord>({
      name: 'seed-test',
      about: parent ?? lot ?? undefined,
      form: this.form,
      fill: (value) => fillWizard(this.build, this.form, value),
      names: { replicate_count: 'replicates', source_place: 'source', lot: 'source', parent_test: 'source' },
      unique: UNIQUE,
      save: (value, { key }) =>
        answer(this.api.POST('/v1/seed-tests', { body: wizardBody(value), headers: idempotent(key) })),
    });
    // What a draft says is said: nothing is proposed in its place.
    if (session.draftAt() !== null) {
      for (const name of PROPOSED) this.form.controls[name].markAsDirty();
    }
    return session;
  }

  /** The second chance of a test: its lot, its seeds, its dishes, its light; what was done to them is over. */
  private follow(parent: SeedTestRecord): void {
    const { source, seeds, replicates, regimes } = this.form.controls;
    if (source.controls.lot.value === null && 'uuid' in parent.lot) source.controls.lot.setValue(parent.lot.uuid);
    if (seeds.dirty || seeds.value !== null) return;
    fitReplicates(this.build, replicates, dishesFor(this.left()));
    seeds.setValue(this.left());
    fillWizard(this.build, this.form, {
      ...(regimes.length === 0 ? { regimes: (parent.regimes ?? []).map(regimeValue) } : {}),
      place: parent.place?.uuid ?? null,
      support: parent.support ?? null,
      substrate_note: parent.substrate_note ?? '',
    });
  }

  /** What follows from what is said already, as long as nobody says otherwise. */
  protected propose(): void {
    const { seeds, replicates, date_start, next_count_due, kind } = this.form.controls;
    const today = this.login.today();
    if (!date_start.dirty) date_start.setValue(today);
    const from = date_start.value ?? today;
    // Seeds that are only examined are so the day after.
    const days = kind.value === 'germination' ? FIRST_COUNT : 1;
    if (!next_count_due.dirty) next_count_due.setValue(addDays(from < today ? today : from, days));
    const lot = this.debited();
    if (lot === null || seeds.dirty || replicates.dirty) return;
    const proposal = proposalFor(lot, this.form.controls.source.controls.place.value);
    fitReplicates(this.build, replicates, proposal.replicates);
    seeds.setValue(proposal.seeds);
  }

  protected async submit(frame: WizardFrame): Promise<void> {
    if (this.going()) return;
    this.going.set(true);
    try {
      const test = await this.session.submit();
      if (test === null) return await frame.showWrong();
      this.toaster.done(await this.said(test));
      await this.router.navigate(['/seed-tests', test.uuid], { replaceUrl: true });
    } finally {
      this.going.set(false);
    }
  }

  /** What was made, and what left the lot. */
  private async said(test: SeedTestRecord): Promise<string> {
    const state = this.words.code('test_state', test.state).toLowerCase();
    const made = this.words.of('seed_tests.new.made', { code: test.code, state });
    if (test.state !== 'running' || !test.source_place) {
      return `${made} ${this.words.of('counting.new.nothing_left')}`;
    }
    try {
      return [made, await this.stock.taken(test.uuid)].filter((text) => text !== null).join(' ');
    } catch {
      // It is made all the same; the lot's page says what left it.
      return made;
    }
  }

  mayLeave(): Promise<boolean> {
    return this.session.mayLeave();
  }
}
