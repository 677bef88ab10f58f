import { Injectable, inject, signal } from '@angular/core';
import { Session } from '@app/session';
import { Source } from './source';

const KEPT = 5;

/** What this person chose last in each list, on this device. */
@Injectable({ providedIn: 'root' })
export class Recent {
  private readonly session = inject(Session);
  /** Counts the changes, for those who show the list. */
  private readonly changes = signal(0);

  of<T>(source: Source<T>): readonly T[] {
    this.changes();
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.place(source.name)) ?? '[]');
      return Array.isArray(kept) ? (kept as T[]) : [];
    } catch {
      return [];
    }
  }

  add<T>(source: Source<T>, option: T): void {
    const others = this.of(source).filter((kept) => source.key(kept) !== source.key(option));
    try {
      localStorage.setItem(this.place(source.name), JSON.stringify([option, ...others].slice(0, KEPT)));
      this.changes.update((n) => n + 1);
    } catch {
      // The device is full: it does without.
    }
  }

  private place(name: string): string {
    return `exsitu:recent:${this.session.me()?.id_role ?? 0}:${name}`;
  }
}
