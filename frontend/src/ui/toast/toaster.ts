import { Injectable, inject, signal } from '@angular/core';
import { Problem } from '@api/problem';
import { Words } from '../words';

export interface Toast {
  readonly id: number;
  readonly kind: 'success' | 'danger';
  readonly text: string;
  /** Takes the act back; the toast then stays until it is used or closed. */
  readonly undo?: () => void;
}

const SECONDS = 6;
const SECONDS_WITH_UNDO = 15;

/** Short messages at the top; errors stay until they are closed. */
@Injectable({ providedIn: 'root' })
export class Toaster {
  private readonly words = inject(Words);
  private readonly shown = signal<readonly Toast[]>([]);
  private next = 1;
  readonly toasts = this.shown.asReadonly();

  /** One at a time: the last thing done takes the place of the one before. */
  done(text: string, undo?: () => void): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.kind !== 'success'));
    const id = this.add({ kind: 'success', text, undo });
    setTimeout(() => this.close(id), (undo ? SECONDS_WITH_UNDO : SECONDS) * 1000);
  }

  refused(error: unknown): void {
    const problem = Problem.from(error);
    const fields = problem.document?.errors.map((e) => e.message) ?? [];
    const text = problem.document === null ? this.words.of('shell.unreachable_detail') : problem.document.detail;
    this.add({ kind: 'danger', text: [text, ...fields].join(' ') });
  }

  close(id: number): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  private add(toast: Omit<Toast, 'id'>): number {
    const id = this.next++;
    this.shown.update((toasts) => [...toasts, { ...toast, id }]);
    return id;
  }
}
