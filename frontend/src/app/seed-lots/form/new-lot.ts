import { Component, inject } from '@angular/core';
import { FormGroup, ReactiveFormsModule } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, Schemas, answer, idempotent } from '@api/api';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import { Forms } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { DayInput } from '@ui/pickers/day/day';
import { MaterialPicker } from '@ui/pickers/material/material';
import { NumberInput } from '@ui/pickers/number/number';
import { PlacePicker } from '@ui/pickers/place/place';
import { Toaster } from '@ui/toast/toaster';
import { Words } from '@ui/words';
import { Quantity } from '../acts/quantity';
import { LotFields } from './lot-fields';
import { entryForm, lotForm, newLot } from './lot-value';

/** A new lot with what it holds: the essential first. */
@Component({
  selector: 'ex-new-lot',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    TranslatePipe,
    Field,
    FormStatus,
    DayInput,
    MaterialPicker,
    NumberInput,
    PlacePicker,
    Quantity,
    LotFields,
  ],
  templateUrl: './new-lot.html',
  styleUrl: './lot-form.css',
})
export class NewLot {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly words = inject(Words);
  private readonly today = inject(Session).today();

  /** The material of the address. */
  private readonly material = inject(ActivatedRoute).snapshot.queryParamMap.get('material');

  protected readonly form = this.begun();
  protected readonly initial = this.form.controls.initial_entry;
  protected readonly session = inject(Forms).open<ReturnType<typeof this.form.getRawValue>, Schemas['SeedLot']>({
    name: 'seed-lot',
    about: this.material ?? undefined,
    form: this.form,
    unique: ['material', 'code', 'initial_entry', 'remarks'],
    save: (value, { key }) =>
      answer(this.api.POST('/v1/seed-lots', { body: newLot(value), headers: idempotent(key) })),
  });

  mayLeave(): Promise<boolean> {
    return this.session.mayLeave();
  }

  protected async send(): Promise<void> {
    const lot = await this.session.submit();
    if (lot === null) return;
    this.toaster.done(this.words.of('lots.created', { code: lot.code }));
    await this.router.navigate(['/seed-lots', lot.uuid]);
  }

  private begun() {
    const form = new FormGroup({ ...lotForm().controls, initial_entry: entryForm(this.today) });
    form.controls.material.setValue(this.material);
    form.controls.packaging_date.setValue(this.today);
    return form;
  }
}
