import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Application } from '@host/application';
import { LANGUAGES, Language } from '@host/context';
import { dropToken, readToken } from '@host/token';
import { HOST, LANGUAGE } from '@host/tokens';
import { stylesheet } from '@ui/stylesheet';
import { Session } from '../session';

interface HostModule {
  readonly module_code: string;
  readonly module_label: string;
  readonly module_url: string;
  readonly module_external_url: string;
  readonly module_picto: string | null;
}

/** The header of the page door: who I am, the language, GeoNature's menu when there is one. */
@Component({
  selector: 'ex-page-header',
  imports: [RouterLink, TranslatePipe, CdkMenuTrigger, CdkMenu, CdkMenuItem],
  templateUrl: './page-header.html',
  styleUrl: './page-header.css',
})
export class PageHeader {
  private readonly host = inject(HOST);
  private readonly router = inject(Router);
  private readonly application = inject(Application);
  protected readonly session = inject(Session);
  protected readonly language = inject(LANGUAGE);
  protected readonly languages = LANGUAGES;

  /** The other modules of the host, as its own menu shows them. */
  protected readonly modules = resource({
    params: () => (this.host.geonatureApi === '' ? undefined : this.session.me()?.id_role),
    loader: async ({ abortSignal }): Promise<readonly { label: string; url: string; icon: string }[]> => {
      const headers = { Authorization: `Bearer ${readToken() ?? ''}` };
      const base = this.host.geonatureApi;
      const [modules, config] = await Promise.all([
        fetch(`${base}/gn_commons/modules`, { headers, signal: abortSignal }).then((r) => r.json()),
        fetch(`${base}/gn_commons/config`, { signal: abortSignal }).then((r) => r.json()),
      ]);
      // Any icon of Font Awesome; their names say as much when it does not come.
      stylesheet('icons').catch(() => undefined);
      const application = (config as { URL_APPLICATION?: string }).URL_APPLICATION ?? '';
      return (modules as HostModule[])
        .filter((module) => module.module_code !== 'EXSITU')
        .map((module) => ({
          label: module.module_label,
          url: module.module_external_url || `${application}/#/${module.module_url}`,
          icon: module.module_picto ?? 'fa-puzzle-piece',
        }));
    },
  });

  protected speak(language: Language): void {
    void this.application.restart(language);
  }

  protected async logout(): Promise<void> {
    dropToken();
    this.session.forget();
    if (this.host.geonatureApi !== '') location.assign(`${this.host.geonatureApi}/auth/logout`);
    else await this.router.navigateByUrl('/login');
  }
}
