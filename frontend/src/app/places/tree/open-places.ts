import { Injectable, signal } from '@angular/core';

/** What is open in the tree, for who comes back to it. */
@Injectable({ providedIn: 'root' })
export class OpenPlaces {
  readonly open = signal<ReadonlySet<string> | null>(null);
}
