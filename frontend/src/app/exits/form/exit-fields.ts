import { Component, computed, effect, inject, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { map } from 'rxjs';
import { Api, Schemas, answer } from '@api/api';
import { Session } from '@app/session';
import { CodePipe, DayPipe, NumPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { GeometryField } from '@ui/map/geometry-field';
import { NumberInput } from '@ui/pickers/number/number';
import { PartnerPicker } from '@ui/pickers/partner/partner';
import { loaded } from '@ui/record/record-loader';
import { EXIT_KINDS, isRelease } from '../kinds';
import { exitEvent, exitForm, plantsLeft } from './exit-value';

/**
 * What is said of plants that leave a cultivation, for the dialog of its events:
 * `<ex-exit-fields [cultivation]="it" (said)="…" />`. It tells when the taxon is
 * protected, and offers the permits that allow it. The words are those of the folder `exits`.
 */
@Component({
  selector: 'ex-exit-fields',
  imports: [
    ReactiveFormsModule,
    TranslatePipe,
    CodePipe,
    DayPipe,
    NumPipe,
    Field,
    GeometryField,
    NumberInput,
    PartnerPicker,
  ],
  template: `
    @let fields = form.controls;
    @if (protection.value()?.protected) {
      <div class="alert alert-warning" data-qa="exit-protected">
        <i class="fa fa-shield" aria-hidden="true"></i>
        <div>
          {{ 'exits.protected' | translate }}
          @for (reason of protection.value()?.reasons; track $index) {
            <div class="small">{{ reason.reason }}</div>
          }
        </div>
      </div>
    }
    <div class="pair">
      <ex-field label="exits.kind" for="exit-kind" [control]="fields.exit">
        <select id="exit-kind" class="form-control" [formControl]="fields.exit" aria-describedby="exit-kind-error">
          @for (kind of kinds; track kind) {
            <option [ngValue]="kind">{{ kind | code: 'exit_kind' }}</option>
          }
        </select>
      </ex-field>
      <ex-field label="exits.quantity" for="exit-quantity" [control]="fields.quantity">
        <ex-number
          inputId="exit-quantity"
          [formControl]="fields.quantity"
          integer
          [min]="1"
          [max]="cultivation().tally.alive"
        />
      </ex-field>
    </div>
    <ex-field
      label="exits.permit"
      for="exit-permit"
      [hint]="permits.value()?.length === 0 ? 'exits.no_permit' : undefined"
      [control]="fields.permit"
    >
      <select id="exit-permit" class="form-control" [formControl]="fields.permit" aria-describedby="exit-permit-error">
        <option [ngValue]="null">{{ 'record.none' | translate }}</option>
        @for (permit of permits.value(); track permit.uuid) {
          <option [ngValue]="permit.uuid">
            {{ permit.number }} · {{ permit.kind | code: 'permit_kind' }}
            @if (permit.valid_to) {
              · {{ 'exits.until' | translate: { date: (permit.valid_to | day) } }}
            }
            @if (left(permit) !== null) {
              · {{ 'exits.plants_left' | translate: { n: (left(permit) | num) } }}
            }
          </option>
        }
      </select>
    </ex-field>
    @if (protection.value()?.protected && session.can('V')) {
      <ex-field
        label="exits.waiver"
        for="exit-waiver"
        hint="exits.waiver_hint"
        [control]="fields.permit_waiver"
      >
        <input
          id="exit-waiver"
          class="form-control"
          maxlength="1000"
          [formControl]="fields.permit_waiver"
          aria-describedby="exit-waiver-error"
        />
      </ex-field>
    }
    @if (release()) {
      <ex-field label="exits.site" for="exit-site" [control]="fields.site">
        <input
          id="exit-site"
          class="form-control"
          maxlength="1000"
          [formControl]="fields.site"
          aria-describedby="exit-site-error"
        />
      </ex-field>
      <ex-geometry-field [label]="'exits.on_map' | translate" [formControl]="fields.geometry" height="16em" />
    } @else {
      <ex-field label="exits.partner" for="exit-partner" [control]="fields.partner">
        <ex-pick-partner inputId="exit-partner" [formControl]="fields.partner" />
      </ex-field>
    }
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr));
      gap: 0 1em;
    }
  `,
})
export class ExitFields {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);

  readonly cultivation = input.required<Pick<Schemas['Cultivation'], 'taxon' | 'tally'>>();
  /** What is said, at every change; null while something is missing. */
  readonly said = output<Schemas['ExitEvent'] | null>();

  readonly form = exitForm();
  protected readonly kinds = EXIT_KINDS;
  protected readonly left = plantsLeft;
  private readonly value = toSignal(this.form.valueChanges.pipe(map(() => this.form.getRawValue())), {
    initialValue: this.form.getRawValue(),
  });
  protected readonly release = computed(() => isRelease(this.value().exit));
  private readonly taxon = computed(() => this.cultivation().taxon?.cd_nom);
  protected readonly protection = loaded(this.taxon, (cd_nom, signal) =>
    answer(this.api.GET('/v1/taxa/{cd_nom}/protection', { params: { path: { cd_nom } }, signal })),
  );
  protected readonly permits = loaded(this.taxon, async (cd_nom, signal) => {
    const query = { cd_nom, state: ['valid' as const], limit: 100 };
    return (await answer(this.api.GET('/v1/permits', { params: { query }, signal }))).items;
  });

  constructor() {
    effect(() => {
      const value = this.value();
      this.said.emit(this.form.valid ? exitEvent(value) : null);
    });
  }
}
