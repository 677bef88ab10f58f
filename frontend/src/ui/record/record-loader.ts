import { Signal, computed, inject, linkedSignal, resource, signal, untracked } from '@angular/core';
import { Problem } from '@api/problem';
import { Outage } from '../outage';

/** A record read from the API, kept on screen while it is read again. */
export interface Loaded<T> {
  /** The record, null until it is read. */
  readonly value: Signal<T | null>;
  readonly problem: Signal<Problem | null>;
  readonly loading: Signal<boolean>;
  /** Reads it again. */
  refresh(): void;
  /** Shows what a write has answered. */
  set(value: T): void;
}

/**
 * Reads a record whenever its key changes; call it where one may inject.
 * `readonly lot = loaded(this.uuid, (uuid) => answer(this.api.GET('/v1/seed-lots/{uuid}', …)));`
 */
export function loaded<K, T>(
  key: Signal<K | null | undefined>,
  read: (key: K, signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  const outage = inject(Outage);
  // What is on its way may have left before a write: another reading starts, it does not wait nor give way.
  const readings = signal(0);
  const source = resource({
    params: () => {
      const [now, reading] = [key(), readings()];
      return now === null || now === undefined ? undefined : { key: now, reading };
    },
    loader: async ({ params, abortSignal }) => {
      try {
        return await read(params.key, abortSignal);
      } catch (error) {
        if (!abortSignal.aborted) outage.say(Problem.from(error));
        throw error;
      }
    },
  });
  // While the same record is read again, the last one stays.
  const value = linkedSignal<{ key: unknown; value: T | undefined }, T | null>({
    source: () => ({ key: key(), value: source.hasValue() ? (source.value() as T) : undefined }),
    computation: (now, previous) => now.value ?? (previous !== undefined && previous.source.key === now.key ? previous.value : null),
  });
  return {
    value: value.asReadonly(),
    problem: computed(() => {
      const error = source.error();
      return error === undefined ? null : Problem.from(error.cause ?? error);
    }),
    loading: source.isLoading,
    refresh: () => readings.update((n) => n + 1),
    set: (next) =>
      untracked(() => {
        source.set(next);
        // Written and read again at once: what stays meanwhile is what the write answered.
        value.set(next);
      }),
  };
}

