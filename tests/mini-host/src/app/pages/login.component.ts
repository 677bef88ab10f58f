import { Component, inject } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { HttpErrorResponse } from '@angular/common/http';
import { AuthService } from '../services/auth.service';

@Component({
  selector: 'app-login',
  template: `
    <form class="card m-auto p-3" style="max-width: 30rem" (ngSubmit)="submit()">
      <h1>Connexion</h1>
      <input class="form-control mb-2" name="login" aria-label="Identifiant" required [(ngModel)]="login" />
      <input
        class="form-control mb-2"
        name="password"
        type="password"
        aria-label="Mot de passe"
        required
        [(ngModel)]="password"
      />
      <p *ngIf="refusal" class="text-danger" role="alert">{{ refusal }}</p>
      <button class="btn btn-primary">Se connecter</button>
    </form>
  `,
})
export class LoginComponent {
  private readonly auth = inject(AuthService);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  login = '';
  password = '';
  refusal = '';

  submit(): void {
    this.auth.login(this.login, this.password).subscribe({
      next: () => this.router.navigateByUrl(this.asked()),
      error: ({ error }: HttpErrorResponse) => (this.refusal = error?.description ?? 'Connexion impossible'),
    });
  }

  /** `next` is a whole address, as GeoNature makes it; only this site's is followed. */
  private asked(): string {
    const next = new URL(this.route.snapshot.queryParams['next'] ?? '', window.location.href);
    return next.origin === window.location.origin ? next.hash.slice(1) || '/' : '/';
  }
}
