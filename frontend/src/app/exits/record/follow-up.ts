import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Session } from '@app/session';
import { Field } from '@ui/form/field';
import { FormDialog } from '@ui/form/form-dialog';
import { Forms } from '@ui/form/form-session';
import { DayInput } from '@ui/pickers/day/day';
import { NumberInput } from '@ui/pickers/number/number';
import { Exit, Exits, FollowUp } from '../exits-api';

type Value = {
  follow_up_date: string | null;
  alive: number | null;
  dead: number | null;
  not_seen: number | null;
  flowering: number | null;
  observer_text: string | null;
  remarks: string | null;
};

/** A visit to released plants: how many are alive, dead since the last one, not seen. */
@Component({
  selector: 'ex-follow-up',
  imports: [ReactiveFormsModule, Field, FormDialog, DayInput, NumberInput],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()" data-qa="follow-up">
      <ex-form-dialog title="exits.follow_up.new" [session]="session">
        <div class="pair">
          <ex-field label="exits.follow_up.date" for="follow_up_date" [control]="form.controls.follow_up_date">
            <ex-day inputId="follow_up_date" formControlName="follow_up_date" />
          </ex-field>
          <ex-field label="exits.follow_up.alive" for="alive" [control]="form.controls.alive">
            <ex-number inputId="alive" formControlName="alive" integer [min]="0" [max]="exit.quantity" />
          </ex-field>
          <ex-field label="exits.follow_up.dead" for="dead" hint="exits.follow_up.dead_hint" [control]="form.controls.dead">
            <ex-number inputId="dead" formControlName="dead" integer [min]="0" [max]="exit.quantity" />
          </ex-field>
          <ex-field label="exits.follow_up.not_seen" for="not_seen" hint="exits.follow_up.not_seen_hint" [control]="form.controls.not_seen">
            <ex-number inputId="not_seen" formControlName="not_seen" integer [min]="0" [max]="exit.quantity" />
          </ex-field>
          <ex-field label="exits.follow_up.flowering" for="flowering" [control]="form.controls.flowering">
            <ex-number inputId="flowering" formControlName="flowering" integer [min]="0" [max]="exit.quantity" />
          </ex-field>
          <ex-field label="exits.follow_up.observer" for="observer_text" hint="exits.follow_up.observer_hint" [control]="form.controls.observer_text">
            <input id="observer_text" class="form-control" maxlength="200" formControlName="observer_text" aria-describedby="observer_text-error" />
          </ex-field>
        </div>
        <ex-field label="exits.remarks" for="follow-remarks" [control]="form.controls.remarks">
          <textarea id="follow-remarks" class="form-control" rows="2" formControlName="remarks" aria-describedby="follow-remarks-error"></textarea>
        </ex-field>
      </ex-form-dialog>
    </form>
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr));
      gap: 0 1em;
    }
  `,
})
export class FollowUpDialog {
  private readonly exits = inject(Exits);
  private readonly ref = inject<DialogRef<FollowUp>>(DialogRef);
  protected readonly exit = inject<Exit>(DIALOG_DATA);

  protected readonly form = new FormGroup({
    follow_up_date: new FormControl<string | null>(inject(Session).today(), Validators.required),
    alive: new FormControl<number | null>(null, Validators.required),
    dead: new FormControl<number | null>(null),
    not_seen: new FormControl<number | null>(null),
    flowering: new FormControl<number | null>(null),
    observer_text: new FormControl<string | null>(null),
    remarks: new FormControl<string | null>(null),
  });
  protected readonly session = inject(Forms).open<Value, FollowUp>({
    name: 'follow-up',
    about: this.exit.uuid,
    form: this.form,
    unique: ['follow_up_date', 'alive', 'dead', 'not_seen', 'flowering', 'remarks'],
    save: (value, { key }) =>
      this.exits.follow(key, this.exit.uuid, {
        ...value,
        follow_up_date: value.follow_up_date ?? undefined,
        alive: value.alive ?? 0,
        dead: value.dead ?? 0,
        not_seen: value.not_seen ?? 0,
        observer_text: value.observer_text?.trim() || null,
      }),
  });

  protected async send(): Promise<void> {
    const written = await this.session.submit();
    if (written !== null) this.ref.close(written);
  }
}
