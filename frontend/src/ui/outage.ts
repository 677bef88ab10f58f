import { Injectable, inject, signal } from '@angular/core';
import { NavigationError } from '@angular/router';
import { Problem } from '@api/problem';

/** That the service does not answer: the shell says it, and the screen can be tried again. */
@Injectable({ providedIn: 'root' })
export class Outage {
  private readonly current = signal<Problem | null>(null);
  readonly problem = this.current.asReadonly();
  /** The address that could not be reached. */
  wanted: string | null = null;

  say(problem: Problem): void {
    if (problem.status === 0 || problem.status >= 500) this.current.set(problem);
  }

  over(): void {
    this.current.set(null);
    this.wanted = null;
  }
}

/** A screen whose files could not be read: the service is silent. */
export function sayUnreached(error: NavigationError): void {
  const outage = inject(Outage);
  outage.wanted = error.url;
  outage.say(Problem.from(error.error));
}
