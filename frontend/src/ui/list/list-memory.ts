import { Injectable } from '@angular/core';
import { Cursors } from './page-window';

export interface Remembered {
  readonly cursors: Cursors;
  readonly offset: number;
}

/** Where the reader was in each list, to come back there from a record. */
@Injectable({ providedIn: 'root' })
export class ListMemory {
  private readonly lists = new Map<string, Remembered>();

  keep(key: string, what: Remembered): void {
    this.lists.delete(key);
    this.lists.set(key, what);
    const oldest = this.lists.size > 20 ? this.lists.keys().next().value : undefined;
    if (oldest !== undefined) this.lists.delete(oldest);
  }

  take(key: string): Remembered | undefined {
    const found = this.lists.get(key);
    this.lists.delete(key);
    return found;
  }
}
