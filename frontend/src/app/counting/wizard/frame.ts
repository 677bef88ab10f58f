import { Component, ElementRef, computed, effect, inject, input, output, untracked, viewChild } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { AbstractControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { FormSession } from '@ui/form/form-session';
import { FormStatus } from '@ui/form/form-status';
import { switchMap } from 'rxjs';

export interface WizardScreen {
  /** Keys of the translations of its title, and of its short name on the way. */
  readonly label: string;
  readonly name: string;
  /** What it fills of the form. */
  readonly controls: readonly string[];
}

/** A form filled one screen after the other; the screen is in the address, so that going back is the phone's own. */
@Component({
  selector: 'ex-wizard-frame',
  imports: [ReactiveFormsModule, TranslatePipe, FormStatus],
  templateUrl: './frame.html',
  styleUrl: './frame.css',
})
export class WizardFrame {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);

  readonly screens = input.required<readonly WizardScreen[]>();
  readonly form = input.required<FormGroup>();
  readonly session = input.required<FormSession<unknown>>();
  /** One came to another screen. */
  readonly shown = output();
  /** Everything is said, on the last screen. */
  readonly confirmed = output();

  private readonly query = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  readonly step = computed(() => {
    const asked = Number(this.query().get('step') ?? 1);
    return Number.isInteger(asked) && asked >= 1 && asked <= this.screens().length ? asked : 1;
  });
  private readonly changes = toSignal(
    toObservable(this.form).pipe(switchMap((form) => form.valueChanges)),
  );
  protected readonly label = computed(() => this.screens()[this.step() - 1]?.label ?? '');
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  constructor() {
    let seen: number | null = null;
    effect(() => {
      const step = this.step();
      untracked(() => {
        if (seen !== null && step !== seen) {
          this.shown.emit();
          this.heading()?.nativeElement.focus();
        }
        seen = step;
      });
    });
  }

  /** Goes to the first screen that holds something wrong. */
  async showWrong(): Promise<void> {
    const wrong = this.screens().findIndex((screen) => this.controlsOf(screen).some((control) => control.invalid));
    if (wrong >= 0 && wrong !== this.step() - 1) await this.go(wrong + 1);
  }

  protected isDone(n: number): boolean {
    this.changes();
    const screen = this.screens()[n - 1];
    return n < this.step() && screen !== undefined && this.controlsOf(screen).every((control) => !control.invalid);
  }

  protected go(step: number): Promise<boolean> {
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { step: step === 1 ? null : step },
      queryParamsHandling: 'merge',
    });
  }

  protected async submit(): Promise<void> {
    if (this.step() === this.screens().length) return this.confirmed.emit();
    const screen = this.screens()[this.step() - 1];
    const controls = screen === undefined ? [] : this.controlsOf(screen);
    for (const control of controls) {
      control.markAllAsTouched();
      control.updateValueAndValidity();
    }
    if (controls.every((control) => !control.invalid)) await this.go(this.step() + 1);
  }

  private controlsOf({ controls }: WizardScreen): AbstractControl[] {
    return controls.flatMap((name) => this.form().get(name) ?? []);
  }
}
