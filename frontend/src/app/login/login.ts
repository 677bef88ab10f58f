import { Component, inject, input, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { Problem } from '@api/problem';
import { keepToken } from '@host/token';
import { Session } from '../session';

/** The login page of the embedded mode; beside a GeoNature its own is used. */
@Component({
  selector: 'ex-login',
  imports: [ReactiveFormsModule, TranslatePipe],
  templateUrl: './login.html',
  styleUrl: './login.css',
})
export class Login {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** Where to go afterwards. */
  readonly next = input<string>();
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly unreachable = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({
    login: ['', Validators.required],
    password: ['', Validators.required],
  });

  protected async enter(): Promise<void> {
    if (this.busy() || this.form.invalid) {
      this.form.markAllAsTouched();
      return;
    }
    this.busy.set(true);
    this.refusal.set(null);
    this.unreachable.set(false);
    try {
      keepToken(await answer(this.api.POST('/auth/login', { body: this.form.getRawValue() })));
      await this.session.load();
      // Only an address of ours: what comes in the query is anybody's.
      const next = this.next() ?? '/';
      await this.router.navigateByUrl(next.startsWith('/') && !next.startsWith('//') ? next : '/');
    } catch (error) {
      const problem = Problem.from(error);
      if (problem.status === 0) this.unreachable.set(true);
      else this.refusal.set(problem.message);
    } finally {
      this.busy.set(false);
    }
  }
}
