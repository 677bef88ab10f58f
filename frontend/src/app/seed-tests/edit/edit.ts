import { Component, Injector, effect, inject, input, runInInjectionContext, signal, untracked } from '@angular/core';
import { FormControl, FormGroup, NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, ifMatch } from '@api/api';
import { Field } from '@ui/form/field';
import { FormSession, Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { NumberInput } from '@ui/pickers/number/number';
import { loaded } from '@ui/record/record-loader';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import type { SeedTestRecord } from '../shared/model';
import { changedTest } from './changed-test';
import { HowFields } from './how-fields';
import { HowControls, HowValue, fitRegimes, howBody, howControls, howValue } from './how-form';

type Value = HowValue & { seeds: number | null };
type EditForm = FormGroup<HowControls & { seeds: FormControl<number | null> }>;

interface Open {
  readonly form: EditForm;
  readonly session: FormSession<SeedTestRecord>;
  readonly test: SeedTestRecord;
}

/** The fields of a test, for who changed the same one as somebody else. */
const LABELS: Readonly<Record<string, string>> = {
  seeds: 'seed_tests.seeds',
  purpose: 'seed_tests.purpose',
  place: 'seed_tests.place',
  date_start: 'seed_tests.date_start',
  next_count_due: 'seed_tests.next_count',
  support: 'seed_tests.support',
  substrate_note: 'seed_tests.substrate_note',
  regimes: 'seed_tests.regimes',
  id_dataset: 'seed_tests.dataset',
  people: 'seed_tests.people',
  people_text: 'seed_tests.people_text',
  remarks: 'counting.remarks',
};

/** Changes a test; its seeds in a draft only, its state by its own buttons. */
@Component({
  selector: 'ex-edit-test',
  imports: [ReactiveFormsModule, RouterLink, TranslatePipe, Field, FormStatus, HowFields, NumberInput],
  templateUrl: './edit.html',
})
export class EditTest {
  private readonly api = inject(Api);
  private readonly build = inject(NonNullableFormBuilder);
  private readonly forms = inject(Forms);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);

  readonly uuid = input.required<string>();
  protected readonly test = loaded(this.uuid, (uuid, signal) =>
    answer(this.api.GET('/v1/seed-tests/{uuid}', { params: { path: { uuid } }, signal })),
  );
  protected readonly open = signal<Open | null>(null);

  constructor() {
    effect(() => {
      const test = this.test.value();
      if (test === null) return;
      untracked(() => {
        if (this.open() === null) this.open.set(runInInjectionContext(this.injector, () => this.begin(test)));
      });
    });
  }

  private begin(test: SeedTestRecord): Open {
    const form: EditForm = this.build.group({
      ...howControls(this.build),
      seeds: this.build.control<number | null>(null, test.state === 'draft' ? Validators.required : []),
    });
    const fill = (value: Partial<Value>): void => {
      if (value.regimes) fitRegimes(this.build, form.controls.regimes, value.regimes.length);
      form.patchValue(value);
    };
    fill(valueOf(test));
    const session = this.forms.open<Value, SeedTestRecord>({
      name: 'seed-test-edit',
      record: test,
      form,
      fill,
      save: (value, { version }) =>
        changedTest(
          this.api,
          test.uuid,
          answer(
            this.api.PATCH('/v1/seed-tests/{uuid}', {
              params: { path: { uuid: test.uuid } },
              body: bodyOf(value, test),
              headers: ifMatch(version ?? test.version),
            }),
          ),
        ),
      read: (now) => ({ value: valueOf(now as SeedTestRecord), version: (now as SeedTestRecord).version }),
      labels: LABELS,
    });
    return { form, session, test };
  }

  protected async save(session: FormSession<SeedTestRecord>): Promise<void> {
    const done = await session.submit();
    if (done === null) return;
    this.toaster.done(this.words.of('seed_tests.saved', { code: done.code }));
    await this.router.navigate(['/seed-tests', done.uuid]);
  }

  mayLeave(): Promise<boolean> | boolean {
    return this.open()?.session.mayLeave() ?? true;
  }
}

function valueOf(test: SeedTestRecord): Value {
  return { ...howValue(test), seeds: test.seeds ?? null };
}

function bodyOf({ seeds, ...how }: Value, test: SeedTestRecord): Schemas['SeedTestChanges'] {
  const { id_dataset, ...body } = howBody(how);
  return {
    ...body,
    // One may change a test of a dataset where one may not put another.
    ...(id_dataset === test.id_dataset ? {} : { id_dataset }),
    ...(test.state === 'draft' && seeds !== null ? { seeds } : {}),
  };
}
