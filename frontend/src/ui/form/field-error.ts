import { Component, Signal, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { AbstractControl } from '@angular/forms';
import { map, merge, startWith, switchMap } from 'rxjs';
import { Words } from '../words';

/** What is wrong with a control, once the user was there; call it where one may inject. */
export function errorOf(control: Signal<AbstractControl>): Signal<string | null> {
  const words = inject(Words);
  const state = toSignal(
    toObservable(control).pipe(
      switchMap((control) => merge(control.events).pipe(startWith(null), map(() => snapshot(control)))),
    ),
  );
  const say = (name: string, facts: unknown): string => {
    if (name === 'server') return String(facts);
    return words.of(`form.error.${name}`, typeof facts === 'object' ? (facts as Record<string, unknown>) : {});
  };
  return computed(() => {
    const now = state();
    return now?.touched && now.error !== null ? say(...now.error) : null;
  });
}

function snapshot(control: AbstractControl): { touched: boolean; error: [string, unknown] | null } {
  const errors = Object.entries(control.errors ?? {});
  // A text that cannot be read leaves the value empty: it is not what is missing that is to be said.
  const first = errors.find(([name]) => name !== 'required') ?? errors[0];
  return { touched: control.touched, error: first ?? null };
}

/** What is wrong with a control that has a label of its own; `ex-field` has it already. */
@Component({
  selector: 'ex-field-error',
  template: `
    <div class="small text-danger" aria-live="polite" [attr.data-field]="name()">
      @if (message(); as text) {
        <i class="fa fa-exclamation-circle" aria-hidden="true"></i> {{ text }}
      }
    </div>
  `,
})
export class FieldError {
  readonly control = input.required<AbstractControl>();
  readonly name = input.required<string>();
  protected readonly message = errorOf(this.control);
}
