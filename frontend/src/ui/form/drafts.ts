import { Injectable, inject } from '@angular/core';
import { Session } from '@app/session';

export interface Draft {
  readonly at: string;
  readonly value: unknown;
  /** Version of the record that it changes. */
  readonly version: number | null;
}

/** What was typed and not saved, and the last values saved, kept on this device for this person. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(Session);

  private key(kind: string, name: string): string {
    return `exsitu:${kind}:${this.session.me()?.id_role ?? 0}:${name}`;
  }

  read(name: string): Draft | null {
    return this.parse<Draft>(this.key('draft', name));
  }

  keep(name: string, value: unknown, version: number | null): void {
    const draft: Draft = { at: new Date().toISOString(), value, version };
    this.store(this.key('draft', name), draft);
  }

  drop(name: string): void {
    localStorage.removeItem(this.key('draft', name));
  }

  last(form: string): unknown {
    return this.parse(this.key('last', form));
  }

  keepLast(form: string, value: unknown): void {
    this.store(this.key('last', form), value);
  }

  private store(key: string, value: unknown): void {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // The device is full: the form goes on without a draft.
    }
  }

  private parse<T>(key: string): T | null {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null;
    } catch {
      return null;
    }
  }
}
