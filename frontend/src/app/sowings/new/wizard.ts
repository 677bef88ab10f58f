import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer, idempotent } from '@api/api';
import { Session } from '@app/session';
import { Forms } from '@ui/form/form-session';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { HowFields } from '../how/how-fields';
import { HowValue, howValue } from '../how/how-form';
import { addDays } from '@app/counting/shared/due';
import { SowingRecord, isDebited } from '../shared/model';
import { fullestPlace } from '@app/counting/stock/lot-places';
import { StockWords } from '@app/counting/stock/stock-words';
import { share } from '@app/counting/replicates/share-form';
import { stepValue } from '@app/counting/steps/step-form';
import { chained } from '@app/counting/steps/chain';
import { Itineraries, Trial } from './itineraries';
import { QuantityStep } from './quantity-step';
import { SourceStep } from './source-step';
import { SummaryStep } from './summary-step';
import { StepsEditor } from '@app/counting/steps/steps-editor';
import { WizardFrame, WizardScreen } from '@app/counting/wizard/frame';
import { Tried } from './tried';
import { WizardForm, WizardValue, fillWizard, proposedState, wizardBody, wizardForm } from './wizard-form';

type Name = keyof WizardForm['controls'];

const SCREENS: readonly (WizardScreen & { readonly controls: readonly Name[] })[] = [
  { label: 'sowings.new.source', name: 'sowings.new.source_kind', controls: ['source'] },
  {
    label: 'sowings.new.quantity', name: 'sowings.value',
    controls: [
      'sown_value',
      'sown_unit',
      'sown_basis',
      'propagules_per_unit',
      'replicates',
      'confirm_overdraw',
      'reserve_override_reason',
    ],
  },
  { label: 'sowings.tab.steps', name: 'sowings.tab.steps', controls: ['treatment_steps'] },
  {
    label: 'sowings.new.how', name: 'sowings.new.how',
    controls: [
      'place',
      'sowing_date',
      'next_count_due',
      'expected_emergence_min',
      'expected_emergence_max',
      'container',
      'container_volume_ml',
      'container_cells',
      'container_count',
      'substrate',
      'method',
      'depth_mm',
      'covering',
      'watering',
      'regime',
      'day_temperature',
      'night_temperature',
      'photoperiod_hours',
      'light',
      'objective',
      'programme',
      'id_dataset',
      'people',
      'people_text',
      'remarks',
    ],
  },
  { label: 'sowings.new.summary', name: 'sowings.new.summary', controls: ['state'] },
];

/** What is of one sowing: never repeated for another. */
const UNIQUE: readonly Name[] = [
  'source',
  'sown_value',
  'replicates',
  'treatment_steps',
  'sowing_date',
  'next_count_due',
  'expected_emergence_min',
  'expected_emergence_max',
  'remarks',
  'state',
  'confirm_overdraw',
  'reserve_override_reason',
];
const FIRST_COUNT = 7;
const PROPOSED = ['sowing_date', 'next_count_due', 'state'] as const;

/** « Semer », one screen after the other. */
@Component({
  selector: 'ex-wizard',
  imports: [
    RouterLink,
    TranslatePipe,
    HowFields,
    QuantityStep,
    SourceStep,
    SummaryStep,
    StepsEditor,
    Tried,
    WizardFrame,
  ],
  templateUrl: './wizard.html',
  styleUrl: '../../counting/wizard/page.css',
})
export class Wizard {
  private readonly api = inject(Api);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly itineraries = inject(Itineraries);
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
  private readonly value = computed(() => {
    this.changes();
    return this.form.getRawValue();
  });
  private readonly source = computed(() => this.value().source);
  private readonly lotUuid = computed(() => {
    const { kind, lot, test_lot } = this.source();
    return kind === 'seed_lot' ? lot : kind === 'seed_test' ? test_lot : null;
  });
  protected readonly lot = loaded(this.lotUuid, (uuid, signal) =>
    answer(this.api.GET('/v1/seed-lots/{uuid}', { params: { path: { uuid } }, signal })),
  );
  private readonly material = loaded(
    computed(() => {
      const { kind, material } = this.source();
      return kind === 'fresh_material' || kind === 'off_stock' ? material : null;
    }),
    (uuid, signal) => answer(this.api.GET('/v1/materials/{uuid}', { params: { path: { uuid } }, signal })),
  );
  /** The lot that is debited. */
  protected readonly debited = computed(() => (this.source().kind === 'seed_lot' ? this.lot.value() : null));
  private readonly taxon = computed(() => this.lot.value()?.taxon ?? this.material.value()?.taxa[0] ?? null);
  protected readonly cdNom = computed(() => this.taxon()?.cd_nom ?? null);
  protected readonly taxonName = computed(() => this.taxon()?.name ?? this.taxon()?.cited_name ?? '');
  protected readonly code = computed(() => this.lot.value()?.code ?? this.material.value()?.code ?? '');
  private readonly going = signal(false);

  constructor() {
    // The place where there is most, until one chooses another.
    effect(() => {
      const lot = this.debited();
      if (lot === null) return;
      untracked(() => {
        const { place } = this.form.controls.source.controls;
        if (place.value === null) place.setValue(fullestPlace(lot));
      });
    });
    // What one types then is not replaced when the page is read again.
    effect(() => {
      if (this.session.dirty() && this.route.snapshot.queryParamMap.has('seeds')) void this.forgetSeeds();
    });
    this.propose();
  }

  private forgetSeeds(): Promise<boolean> {
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { seeds: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  private open() {
    const [lot, material, test] = [this.given.get('lot'), this.given.get('material'), this.given.get('test')];
    const me = this.login.me()?.id_role;
    fillWizard(this.build, this.form, {
      people: me === undefined ? [] : [me],
      source: {
        ...this.form.getRawValue().source,
        kind: test !== null ? 'seed_test' : lot === null && material !== null ? 'fresh_material' : 'seed_lot',
        lot: test === null ? lot : null,
        material,
        seed_test: test,
      },
    });
    const seeds = Number(this.given.get('seeds'));
    this.sowSeeds(seeds);
    const session = inject(Forms).open<WizardValue, SowingRecord>({
      name: 'sowing',
      about: test ?? lot ?? material ?? undefined,
      form: this.form,
      fill: (value) => fillWizard(this.build, this.form, value),
      names: { seeds: 'sown_value', replicate_count: 'replicates', is_ambient: 'regime' },
      unique: UNIQUE,
      save: (value, { key }) =>
        answer(this.api.POST('/v1/sowings', { body: wizardBody(value), headers: idempotent(key) })),
    });
    // What a draft says is said: nothing is proposed in its place.
    if (session.draftAt() !== null) {
      for (const name of PROPOSED) this.form.controls[name].markAsDirty();
      this.sowSeeds(seeds);
    }
    return session;
  }

  /** The quantity that the address gives, shared among the trays. */
  private sowSeeds(seeds: number): void {
    if (!Number.isInteger(seeds) || seeds < 1) return;
    fillWizard(this.build, this.form, { sown_value: seeds, sown_unit: 'seed', sown_basis: 'counted' });
    share(this.form.controls.replicates, seeds);
  }

  /** What follows from what is said already, as long as nobody says otherwise. */
  protected propose(): void {
    const { sowing_date, next_count_due, state } = this.form.controls;
    const today = this.login.today();
    const steps = this.form.getRawValue().treatment_steps;
    if (!sowing_date.dirty) {
      const first = steps[0]?.start_date ?? today;
      sowing_date.setValue(steps.length === 0 ? today : chained(steps, first).end);
    }
    const from = steps[0] === undefined ? (sowing_date.value ?? today) : (steps[0].start_date ?? today);
    if (!next_count_due.dirty) next_count_due.setValue(addDays(from < today ? today : from, FIRST_COUNT));
    if (!state.dirty) state.setValue(proposedState(this.form.getRawValue(), today));
  }

  /** The way a sowing or a test was done: its steps and, for a sowing, what is not said yet of how. */
  protected async take(trial: Trial): Promise<void> {
    try {
      const { sowing, steps } = await this.itineraries.read(trial);
      const how: Partial<HowValue> = sowing === null ? {} : howValue(sowing);
      const kept = ['substrate', 'method', 'depth_mm', 'covering', 'watering', 'container', 'regime'] as const;
      const temperatures = ['day_temperature', 'night_temperature', 'photoperiod_hours', 'light'] as const;
      const free = [...kept, ...temperatures].filter((name) => name in how && !this.form.controls[name].dirty);
      const first = this.form.getRawValue().treatment_steps[0]?.start_date ?? this.login.today();
      const values = steps.map(stepValue);
      const { starts } = chained(values, first);
      fillWizard(this.build, this.form, {
        ...Object.fromEntries(free.map((name) => [name, how[name]])),
        treatment_steps: values.map((value, n) => ({
          ...value,
          rank: null,
          start_date: starts[n] ?? null,
          planned_end_date: null,
          end_date: null,
          quantity_treated: null,
          quantity_lost: null,
          id_actor: null,
          actor_text: '',
          remarks: '',
        })),
      });
      this.form.markAsDirty();
      this.toaster.done(this.words.of(sowing === null ? 'sowings.new.taken_steps' : 'sowings.new.taken', { code: trial.code }));
    } catch (error) {
      this.toaster.refused(error);
    }
  }

  protected async submit(frame: WizardFrame): Promise<void> {
    if (this.going()) return;
    this.going.set(true);
    try {
      const sowing = await this.session.submit();
      if (sowing === null) return await frame.showWrong();
      this.toaster.done(await this.said(sowing));
      await this.router.navigate(['/sowings', sowing.uuid], { replaceUrl: true });
    } finally {
      this.going.set(false);
    }
  }

  /** What was made, and what left the lot. */
  private async said(sowing: SowingRecord): Promise<string> {
    const made = this.words.of('sowings.new.made', {
      code: sowing.code,
      state: this.words.code('state', sowing.state).toLowerCase(),
    });
    if (!isDebited(sowing.state) || sowing.source.kind !== 'seed_lot') {
      return `${made} ${this.words.of('counting.new.nothing_left')}`;
    }
    try {
      return [made, await this.stock.taken(sowing.uuid)].filter((text) => text !== null).join(' ');
    } catch {
      // It is made all the same; the lot's page says what left it.
      return made;
    }
  }

  mayLeave(): Promise<boolean> {
    return this.session.mayLeave();
  }
}
