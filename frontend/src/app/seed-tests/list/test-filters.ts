import { Component, computed, effect, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@app/session';
import { CodePipe } from '@ui/format';
import { Filters } from '@ui/list/filters';
import { ListState } from '@ui/list/list-state';
import { DatasetPicker } from '@ui/pickers/dataset/dataset';
import { DayInput } from '@ui/pickers/day/day';
import { ObserverPicker } from '@ui/pickers/people/observer';
import { PlacePicker } from '@ui/pickers/place/place';
import { SeedLotPicker } from '@ui/pickers/seed-lot/seed-lot';
import { TaxonPicker } from '@ui/pickers/taxon/taxon';
import { KINDS, PURPOSES, STATES } from '../shared/model';
import { HIDDEN_FILTERS, NOT_FILTERS, TODAY, asked, dueBy } from './query';

/** Closed lists of which one takes as many as one wants: the name in the address, its codes, their labels. */
const CHOICES = [
  { name: 'state', codes: STATES, list: 'test_state', label: 'seed_tests.state' },
  { name: 'kind', codes: KINDS, list: 'test_kind', label: 'seed_tests.kind' },
  { name: 'purpose', codes: PURPOSES, list: 'test_purpose', label: 'seed_tests.purpose' },
] as const;

/** What the list is filtered by, kept in the address. */
@Component({
  selector: 'ex-test-filters',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    Filters,
    DatasetPicker,
    DayInput,
    ObserverPicker,
    PlacePicker,
    SeedLotPicker,
    TaxonPicker,
  ],
  templateUrl: './test-filters.html',
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 0.35em;
      margin: 0 0 0.6em;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: 0.2em;
      font-size: 1em;
      font-weight: 600;
    }
    .form-group {
      margin-bottom: 0.7em;
    }
    .form-group label {
      margin-bottom: 0.2em;
      font-weight: 600;
    }
    @media (max-width: 767.98px) {
      fieldset .btn {
        min-height: 44px;
      }
    }
  `,
})
export class TestFilters {
  private readonly session = inject(Session);
  private readonly list = inject(ListState);

  protected readonly keep = NOT_FILTERS;
  protected readonly choices = computed(() =>
    CHOICES.map((choice) => ({ ...choice, chosen: asked<string>(choice.codes, this.list.get(choice.name)) })),
  );
  protected readonly active = computed(
    () =>
      HIDDEN_FILTERS.filter((name) => this.list.get(name) !== null).length +
      (this.list.get('due_by') === null || this.list.get('due_by') === TODAY ? 0 : 1),
  );

  protected readonly form = inject(NonNullableFormBuilder).group({
    cd_nom: [null as number | null],
    place: [null as string | null],
    lot: [null as string | null],
    id_dataset: [null as number | null],
    person: [null as number | null],
    from: [null as string | null],
    to: [null as string | null],
    due_by: [null as string | null],
    archived: [false],
  });

  constructor() {
    effect(() => {
      const list = this.list;
      const asked = {
        cd_nom: list.number('cd_nom') ?? null,
        place: list.get('place'),
        lot: list.get('lot'),
        id_dataset: list.number('id_dataset') ?? null,
        person: list.number('person') ?? null,
        from: list.get('from'),
        to: list.get('to'),
        due_by: dueBy(list, this.session.today()) ?? null,
        archived: list.flag('archived') ?? false,
      };
      // Only what changed elsewhere: writing a field again would undo what is being typed in it.
      for (const [name, control] of Object.entries(this.form.controls)) {
        const value = asked[name as keyof typeof asked];
        if (control.value !== value && control.valid) control.reset(value as never, { emitEvent: false });
      }
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe((value) => {
      if (this.form.invalid) return;
      const due = value.due_by === this.session.today() ? TODAY : value.due_by;
      void this.list.set({ ...value, due_by: due }, true);
    });
  }

  protected toggle({ name, chosen }: { readonly name: string; readonly chosen: readonly string[] }, code: string): void {
    const next = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
    void this.list.set({ [name]: next.join(',') }, true);
  }
}
