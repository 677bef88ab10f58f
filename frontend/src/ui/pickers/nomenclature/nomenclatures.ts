import { Injectable, inject } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';

export type Vocabulary = Schemas['Vocabulary'];

/** The vocabularies of the host, each read once. */
@Injectable({ providedIn: 'root' })
export class Nomenclatures {
  private readonly api = inject(Api);
  private readonly read = new Map<string, Promise<Vocabulary>>();

  of(list: string): Promise<Vocabulary> {
    const known = this.read.get(list);
    if (known !== undefined) return known;
    const asked = this.ask(list);
    this.read.set(list, asked);
    // One that failed is asked again.
    asked.catch(() => this.read.delete(list));
    return asked;
  }

  private async ask(list: string): Promise<Vocabulary> {
    const [vocabulary] = await answer(
      this.api.GET('/v1/referentials/nomenclatures', { params: { query: { list: [list] } } }),
    );
    return vocabulary as Vocabulary;
  }
}
