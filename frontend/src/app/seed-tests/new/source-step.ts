import { Component, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import type { Lot } from '@app/counting/shared/model';
import { LotPlaces } from '@app/counting/stock/lot-places';
import { ManyPipe } from '@ui/format';
import { Field } from '@ui/form/field';
import { Segment, Segments } from '@ui/form/segments';
import { SeedLotPicker } from '@ui/pickers/seed-lot/seed-lot';
import { Loaded } from '@ui/record/record-loader';
import type { SeedTestRecord } from '../shared/model';
import { WizardForm } from './wizard-form';

const KINDS: readonly Segment[] = [
  { value: 'germination', label: 'enum.test_kind.germination' },
  { value: 'tetrazolium', label: 'enum.test_kind.tetrazolium' },
  { value: 'cut', label: 'enum.test_kind.cut' },
  { value: 'x_ray', label: 'enum.test_kind.x_ray' },
];
const PURPOSES: readonly Segment[] = [
  { value: 'initial', label: 'enum.test_purpose.initial' },
  { value: 'monitoring', label: 'enum.test_purpose.monitoring' },
  { value: 'dormancy', label: 'enum.test_purpose.dormancy' },
  { value: 'practice', label: 'enum.test_purpose.practice' },
];

/** Which seeds are tested, how, and why. */
@Component({
  selector: 'ex-test-source-step',
  imports: [ReactiveFormsModule, TranslatePipe, ManyPipe, Field, LotPlaces, SeedLotPicker, Segments],
  template: `
    @if (parent(); as parent) {
      <p data-qa="from-parent">
        <i class="fa fa-repeat" aria-hidden="true"></i>
        {{ left() | many: 'seed_tests.new.from_parent' : { code: parent.code } }}
      </p>
    } @else {
      <ex-field label="seed_tests.lot" for="ex-source-lot" [control]="form().controls.source.controls.lot">
        <ex-pick-seed-lot inputId="ex-source-lot" [formControl]="form().controls.source.controls.lot" />
      </ex-field>
      @if (lot().value(); as it) {
        <ex-lot-places [lot]="it" [control]="form().controls.source.controls.place" />
      }
      <ex-field label="seed_tests.kind" for="ex-test-kind" [control]="form().controls.kind">
        <ex-segments inputId="ex-test-kind" [formControl]="form().controls.kind" [options]="kinds" data-qa="test-kind" />
      </ex-field>
    }
    <ex-field label="seed_tests.purpose" for="ex-test-purpose" [control]="form().controls.purpose">
      <ex-segments inputId="ex-test-purpose" [formControl]="form().controls.purpose" [options]="purposes" />
    </ex-field>
    <p class="ex-muted">{{ 'seed_tests.new.purposes' | translate }}</p>
  `,
})
export class SourceStep {
  readonly form = input.required<WizardForm>();
  readonly lot = input.required<Loaded<Lot>>();
  /** The test whose seeds have a second chance. */
  readonly parent = input.required<SeedTestRecord | null>();
  /** Seeds that it left. */
  readonly left = input.required<number>();

  protected readonly kinds = KINDS;
  protected readonly purposes = PURPOSES;
}
