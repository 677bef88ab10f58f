import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { CodePipe, DayPipe, InstantPipe, NumPipe } from '@ui/format';
import { Nomenclatures } from '@ui/pickers/nomenclature/nomenclatures';
import { Fact, Facts } from '@ui/record/facts';
import { loaded } from '@ui/record/record-loader';
import { Words } from '@ui/words';
import { SowingRecord } from '../shared/model';
import { People } from '@app/counting/shared/people';
import { QuantityPipe } from '../shared/quantity';

/** All that is known of a sowing. */
@Component({
  selector: 'ex-sheet-tab',
  imports: [RouterLink, TranslatePipe, CodePipe, DayPipe, InstantPipe, NumPipe, Fact, Facts, QuantityPipe],
  templateUrl: './sheet-tab.html',
  styleUrl: '../../counting/record/sheet.css',
})
export class SheetTab {
  private readonly api = inject(Api);
  private readonly names = inject(People);
  private readonly nomenclatures = inject(Nomenclatures);
  private readonly words = inject(Words);
  readonly sowing = input.required<SowingRecord>();

  /** The record has the codes of its substrate: their labels. */
  private readonly components = resource({
    params: () => ((this.sowing().substrate ?? []).length > 0 ? 'EXS_SOWING_SUBSTRATE' : undefined),
    loader: ({ params }) => this.nomenclatures.of(params),
  });
  protected readonly substrate = computed(() =>
    (this.sowing().substrate ?? []).map((part) => {
      const known = this.components.hasValue() ? this.components.value().values : [];
      return { ...part, label: known.find(({ code }) => code === part.component)?.label ?? part.component };
    }),
  );

  protected readonly people = computed(() => this.sowing().people.map((id) => this.names.nameOf(id)).join(', '));
  protected readonly dataset = loaded(
    computed(() => this.sowing().id_dataset),
    async (id, signal) => {
      const query = { limit: 100 };
      const all = await answer(this.api.GET('/v1/referentials/datasets', { params: { query }, signal }));
      return all.find((one) => one.id_dataset === id)?.name ?? this.words.of('record.restricted');
    },
  );

  /** The day of sowing is still to come. */
  protected readonly isPlanned = computed(() =>
    ['draft', 'prepared', 'in_pretreatment', 'cancelled'].includes(this.sowing().state),
  );
  protected readonly material = computed(() => {
    const { material } = this.sowing();
    return 'uuid' in material ? material : null;
  });
  protected readonly lot = computed(() => {
    const { lot } = this.sowing().source;
    return lot && 'uuid' in lot ? lot : null;
  });
  protected readonly test = computed(() => {
    const test = this.sowing().source.seed_test;
    return test && 'code' in test ? test : null;
  });
  protected readonly extra = computed(() => {
    const data = this.sowing().additional_data;
    return data && Object.keys(data).length > 0 ? JSON.stringify(data, null, 2) : null;
  });
}
