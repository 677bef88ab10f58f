// The door: shows <exsitu-app>, which the service's ui/main.js defines, inside GeoNature.
// GeoNature compiles this file; its router owns the address bar.
import { CommonModule } from '@angular/common';
import { Component, ElementRef, NgModule, NgZone, OnDestroy, OnInit, inject } from '@angular/core';
import { ActivatedRoute, NavigationEnd, Router, RouterModule } from '@angular/router';
import { ConfigService } from '@geonature/services/config.service';
import { ModuleService } from '@geonature/services/module.service';

export interface HostContext {
  version: 1;
  base: string; // the module's path in the host's router, "/exsitu"
  url: string; // inner address at mount, "/" or "/sowings/<uuid>?tab=counts"
  geonatureApi: string; // API_ENDPOINT without trailing slash
  apiUrl: string; // the setting EXSITU.API_URL, else <API_ENDPOINT>/exsitu
  lang: string; // "fr"
  cruved: Record<string, number>; // C R U V E D -> 0..3, for the first paint only
  login(): void; // to the host's login, which comes back to this address
  navigate(inner: string, replace: boolean): void; // the host's router goes to base + inner
}
export type ExsituElement = HTMLElement & { host: HostContext; hostWentTo(inner: string): void };

const TAG = 'exsitu-app';
const WORDS = {
  fr: {
    loading: 'Chargement…',
    failed: "Le service de conservation ex situ ne répond pas. Réessayez ; si cela dure, prévenez l'administrateur.",
    address: 'Adresse demandée :',
    retry: 'Réessayer',
  },
  en: {
    loading: 'Loading…',
    failed: 'The ex situ conservation service does not answer. Try again; if it lasts, tell the administrator.',
    address: 'Requested address:',
    retry: 'Try again',
  },
};
// Some browsers remember that an import failed: each new try asks for another address.
let failures = 0;

const withoutSlash = (url: string) => url.replace(/\/+$/, '');

@Component({
  standalone: false, // Angular 19 changes the default
  selector: 'exsitu-door',
  // GeoNature's rem is 10 px on a phone.
  styles: [':host { display: block } .alert { font-size: max(1rem, 14px) }'],
  template: `
    <p *ngIf="state === 'loading'" class="m-3" role="status">{{ words.loading }}</p>
    <div *ngIf="state === 'failed'" class="alert alert-danger m-3" role="alert">
      <p>{{ words.failed }}</p>
      <p class="text-break">{{ words.address }} {{ ui }}</p>
      <button type="button" class="btn btn-dark" (click)="open()">{{ words.retry }}</button>
    </div>
  `,
})
export class ExsituDoorComponent implements OnInit, OnDestroy {
  private readonly config = inject(ConfigService);
  private readonly modules = inject(ModuleService);
  private readonly router = inject(Router);
  private readonly zone = inject(NgZone);
  private readonly route = inject(ActivatedRoute).snapshot;
  private readonly door: HTMLElement = inject(ElementRef).nativeElement;

  private readonly base = '/' + this.route.pathFromRoot.slice(0, -1).flatMap(({ url }) => url).join('/');
  private readonly geonatureApi = withoutSlash(this.config.API_ENDPOINT);
  private readonly apiUrl = withoutSlash(this.config.EXSITU?.API_URL || `${this.geonatureApi}/exsitu`);
  private readonly lang: string = this.config.DEFAULT_LANGUAGE || 'fr';
  readonly ui = new URL(`${this.apiUrl}/ui/`, document.baseURI).href;
  readonly words = this.lang.startsWith('en') ? WORDS.en : WORDS.fr;

  state: 'loading' | 'failed' | 'open' = 'loading';
  private element?: ExsituElement;
  private closed = false;
  private readonly navigations = this.router.events.subscribe((event) => {
    if (event instanceof NavigationEnd) {
      this.zone.runOutsideAngular(() => this.element?.hostWentTo(this.inner()));
    }
  });

  ngOnInit(): void {
    this.open();
  }

  ngOnDestroy(): void {
    this.closed = true;
    this.navigations.unsubscribe();
    this.element?.remove();
  }

  open(): void {
    this.state = 'loading';
    // The bundle has its own Angular, without zone.js: none of its work is the host's.
    this.zone.runOutsideAngular(() =>
      Promise.all([this.loadScript(), this.loadStyles()]).then(
        () => this.mount(),
        (error) => this.fail(error)
      )
    );
  }

  private async loadScript(): Promise<void> {
    await import(/* webpackIgnore: true */ `${this.ui}main.js${failures ? `?try=${failures}` : ''}`);
  }

  /** Never rejects: unstyled screens are better than none. The link leaves with the door. */
  private loadStyles(): Promise<unknown> {
    this.door.querySelector('link')?.remove();
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${this.ui}styles.css` });
    const loaded = new Promise((done) => (link.onload = link.onerror = done));
    this.door.append(link);
    return loaded;
  }

  private mount(): void {
    if (this.closed) return;
    this.zone.run(() => (this.state = 'open'));
    this.element = document.createElement(TAG) as ExsituElement;
    this.element.host = this.context();
    this.door.append(this.element);
  }

  private fail(error: unknown): void {
    failures++;
    console.error(error);
    this.zone.run(() => (this.state = 'failed'));
  }

  private context(): HostContext {
    return {
      version: 1,
      base: this.base,
      url: this.inner(),
      geonatureApi: this.geonatureApi,
      apiUrl: this.apiUrl,
      lang: this.lang,
      cruved: this.modules.getModule(this.route.data['module_code'])?.cruved ?? {},
      login: () =>
        this.zone.run(() => this.router.navigate(['/login'], { queryParams: { next: window.location.href } })),
      navigate: (inner, replaceUrl) =>
        this.zone.run(() => this.router.navigateByUrl(this.base + inner.replace(/^\/(?=[?#]|$)/, ''), { replaceUrl })),
    };
  }

  /** What follows base in the host's address, always with a leading slash. */
  private inner(): string {
    return this.router.url.slice(this.base.length).replace(/^(?!\/)/, '/');
  }
}

@NgModule({
  declarations: [ExsituDoorComponent],
  imports: [CommonModule, RouterModule.forChild([{ path: '**', component: ExsituDoorComponent }])],
})
export class GeonatureModule {}
