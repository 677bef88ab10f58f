import {
  AfterContentInit,
  DestroyRef,
  Directive,
  Injector,
  Provider,
  Type,
  computed,
  forwardRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  ControlValueAccessor,
  NG_VALIDATORS,
  NG_VALUE_ACCESSOR,
  NgControl,
  ValidationErrors,
  Validator,
  Validators,
} from '@angular/forms';
import { startWith } from 'rxjs';

/**
 * What every control of the kit has: `<label for="x">` reaches it by `inputId="x"`, the error shown
 * beside it is the element `x-error`, and it says to a screen reader that it is required or wrong.
 */
@Directive()
export abstract class Control<V> implements ControlValueAccessor, Validator, AfterContentInit {
  private readonly injector = inject(Injector);
  private readonly destroyed = inject(DestroyRef);

  /** Identifier of the input inside. */
  readonly inputId = input.required<string>();
  readonly describedBy = computed(() => `${this.inputId()}-error`);
  readonly labelledBy = computed(() => `${this.inputId()}-label`);
  readonly disabled = signal(false);
  /** Refused, and the user was there. */
  readonly invalid = signal(false);
  readonly required = signal(false);

  protected changed: (value: V | null) => void = () => undefined;
  protected validityChanged: () => void = () => undefined;
  touched: () => void = () => undefined;

  abstract writeValue(value: V | null): void;

  validate(): ValidationErrors | null {
    return null;
  }

  registerOnChange(changed: (value: V | null) => void): void {
    this.changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  registerOnValidatorChange(changed: () => void): void {
    this.validityChanged = changed;
  }

  setDisabledState(disabled: boolean): void {
    this.disabled.set(disabled);
  }

  ngAfterContentInit(): void {
    // Asked of the injector this late: the directive of the form itself asks for this control.
    const control = this.injector.get(NgControl, null, { self: true, optional: true })?.control;
    control?.events.pipe(startWith(null), takeUntilDestroyed(this.destroyed)).subscribe(() => {
      this.invalid.set(control.invalid && control.touched);
      this.required.set(control.hasValidator(Validators.required));
    });
  }
}

/** The providers that make a component a control of a form. */
export function asControl(type: () => Type<unknown>): Provider[] {
  const useExisting = forwardRef(type);
  return [
    { provide: NG_VALUE_ACCESSOR, useExisting, multi: true },
    { provide: NG_VALIDATORS, useExisting, multi: true },
  ];
}
