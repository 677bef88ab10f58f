import { Injectable, computed, inject, resource } from '@angular/core';
import { Api, answer } from '@api/api';
import { Words } from '@ui/words';

/** The names of people whose keys only the records have: read once. */
@Injectable({ providedIn: 'root' })
export class People {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly read = resource({
    loader: ({ abortSignal: signal }) =>
      answer(this.api.GET('/v1/referentials/observers', { params: { query: { limit: 100 } }, signal })),
  });
  readonly all = computed(() => (this.read.hasValue() ? this.read.value() : []));

  nameOf(id: number): string {
    const known = this.all().find((one) => one.id_role === id);
    return known?.name ?? this.words.of('pickers.key', { key: id });
  }
}
