import { Injectable, computed, inject, signal } from '@angular/core';
import { Api, Schemas, answer } from '@api/api';
import { readToken } from '@host/token';
import { HOST } from '@host/tokens';

export type Action = 'C' | 'R' | 'U' | 'V' | 'E' | 'D';

/** Who is logged in and what they may do; the service decides, this shows or hides. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly host = inject(HOST);
  private asked: { readonly token: string; readonly me: Promise<Schemas['Me']> } | null = null;
  private readonly known = signal<Schemas['Me'] | null>(null);

  readonly me = this.known.asReadonly();
  /** The business day of the organisation, `2026-11-25`. */
  readonly today = computed(() => this.known()?.today ?? new Date().toISOString().slice(0, 10));

  /** Asks who I am before anything needs it. */
  begin(): void {
    const token = readToken();
    if (token === null) return;
    this.asked = { token, me: this.ask() };
    // Whoever needs it sees the refusal.
    this.asked.me.catch(() => undefined);
  }

  async load(): Promise<Schemas['Me']> {
    const { asked } = this;
    this.asked = null;
    // Somebody else may have logged in since.
    const me = await (asked?.token === readToken() ? asked.me : this.ask());
    this.known.set(me);
    return me;
  }

  private ask(): Promise<Schemas['Me']> {
    return answer(this.api.GET('/v1/me'));
  }

  forget(): void {
    this.known.set(null);
  }

  /** Is there any scope for this action? The host's own figures until the service has answered. */
  can(action: Action): boolean {
    const rights = this.known()?.rights['ALL'] ?? this.host.cruved;
    return (rights[action] ?? 0) > 0;
  }

  /** May one decide the thresholds of one's organisation? */
  readonly maySet = computed(() => {
    const me = this.known();
    return me?.id_organism != null && (me.rights['EXSITU_SETTINGS']?.['U'] ?? 0) > 0;
  });
}
