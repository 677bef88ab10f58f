import { ApplicationRef, Injectable, inject } from '@angular/core';

/**
 * Reads code that no one waits for, once the screen shows its data: one piece after the other, each when the browser has
 * nothing else to do.
 */
@Injectable({ providedIn: 'root' })
export class Background {
  private readonly application = inject(ApplicationRef);
  private last: Promise<unknown> = Promise.resolve();

  read<T>(read: () => Promise<T>): Promise<T> {
    const turn = this.last
      .then(() => this.application.whenStable())
      .then(() => idle())
      .then(read);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** Safari does not say when it is idle. */
function idle(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done());
    else setTimeout(done, 100);
  });
}
