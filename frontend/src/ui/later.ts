import { EnvironmentInjector, ProviderToken, inject } from '@angular/core';
import { Problem } from '@api/problem';
import { Background } from './background';
import { Outage } from './outage';

/**
 * Code that an act needs and the screen does not: `readonly form = later(() => import('./form'))`, where one may
 * inject. It is read once the screen shows its data, so that it is there network or not; if it could not be, it is
 * read when it is asked for: `await this.form()`. A silent service is then said, and the answer is null.
 */
export function later<T>(read: () => Promise<T>): () => Promise<T | null> {
  const outage = inject(Outage);
  inject(Background)
    .read(read)
    // Who asks for it will say so.
    .catch(() => undefined);
  return async () => {
    try {
      return await read();
    } catch (error) {
      outage.say(Problem.from(error));
      return null;
    }
  };
}

/** A service of such code: `readonly dialogs = laterService(() => import('./dialogs').then((m) => m.Dialogs))`. */
export function laterService<T>(read: () => Promise<ProviderToken<T>>): () => Promise<T | null> {
  const injector = inject(EnvironmentInjector);
  const service = later(read);
  return async () => {
    const token = await service();
    return token === null ? null : injector.get(token);
  };
}
