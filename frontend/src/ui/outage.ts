import { Injectable, signal } from '@angular/core';
import { Problem } from '@api/problem';

/** That the service does not answer: the shell says it, and the screen can be tried again. */
@Injectable({ providedIn: 'root' })
export class Outage {
  private readonly current = signal<Problem | null>(null);
  readonly problem = this.current.asReadonly();

  say(problem: Problem): void {
    if (problem.status === 0 || problem.status >= 500) this.current.set(problem);
  }

  over(): void {
    this.current.set(null);
  }
}
