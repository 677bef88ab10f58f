import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { People } from '@app/counting/shared/people';
import { StepTextPipe } from '@app/counting/steps/step-text';
import { CodePipe, DayPipe, InstantPipe, NumPipe } from '@ui/format';
import { Fact, Facts } from '@ui/record/facts';
import { loaded } from '@ui/record/record-loader';
import { Words } from '@ui/words';
import type { SeedTestRecord } from '../shared/model';

/** All that is known of a test. */
@Component({
  selector: 'ex-test-sheet',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, InstantPipe, NumPipe, Fact, Facts, StepTextPipe],
  templateUrl: './sheet-tab.html',
  styleUrl: '../../counting/record/sheet.css',
})
export class SheetTab {
  private readonly api = inject(Api);
  private readonly names = inject(People);
  private readonly words = inject(Words);
  readonly test = input.required<SeedTestRecord>();

  protected readonly people = computed(() => this.test().people.map((id) => this.names.nameOf(id)).join(', '));
  protected readonly dataset = loaded(
    computed(() => this.test().id_dataset),
    async (id, signal) => {
      const query = { limit: 100 };
      const all = await answer(this.api.GET('/v1/referentials/datasets', { params: { query }, signal }));
      return all.find((one) => one.id_dataset === id)?.name ?? this.words.of('record.restricted');
    },
  );
  protected readonly extra = computed(() => asText(this.test().additional_data));
  /** Results typed elsewhere, of an imported test. */
  protected readonly typed = computed(() => asText(this.test().typed_results));
}

function asText(data: object | null | undefined): string | null {
  return data && Object.keys(data).length > 0 ? JSON.stringify(data, null, 2) : null;
}
