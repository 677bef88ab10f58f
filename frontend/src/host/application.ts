import { HashLocationStrategy, LocationStrategy } from '@angular/common';
import {
  ApplicationRef,
  EnvironmentProviders,
  Provider,
  inject,
  provideEnvironmentInitializer,
  provideZonelessChangeDetection,
} from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import {
  Router,
  provideRouter,
  withComponentInputBinding,
  withDisabledInitialNavigation,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withPreloading,
  withRouterConfig,
} from '@angular/router';
import { OverlayContainer } from '@angular/cdk/overlay';
import { RestOfArea } from '@app/rest-of-area';
import { Root } from '@app/root';
import { routes } from '@app/routes';
import { Session } from '@app/session';
import { sayUnreached } from '@ui/outage';
import { provideWords } from '@ui/words';
import { earlySettings } from './early';
import { HostContext, Language, MapSettings, languageOf, rememberLanguage } from './context';
import { HostLocationStrategy } from './location';
import { ElementOverlayContainer } from './overlay';
import { PageSettings, pageContext, readPageSettings } from './standalone';
import { showUnreachable } from './unreachable';
import { DOOR, ELEMENT, HOST, LANGUAGE, MAP_SETTINGS } from './tokens';

/** OpenStreetMap and the French Alps, when the host says nothing. */
const DEFAULT_MAP: MapSettings = {
  base_maps: [
    {
      name: 'OpenStreetMap',
      url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
      attribution: '© OpenStreetMap',
      max_zoom: 19,
    },
  ],
  map: { center: [44.8, 6.3], zoom: 8 },
};

interface GeoNatureMap {
  readonly MAPCONFIG?: {
    readonly CENTER?: readonly [number, number];
    readonly ZOOM_LEVEL?: number;
    readonly BASEMAP?: readonly { name: string; url: string; options?: { attribution?: string; maxZoom?: number } }[];
  };
}

/** The map as GeoNature's configuration has it. */
async function hostMap(geonatureApi: string): Promise<MapSettings> {
  try {
    const response = await fetch(`${geonatureApi}/gn_commons/config`);
    const { MAPCONFIG } = (await response.json()) as GeoNatureMap;
    const base_maps = (MAPCONFIG?.BASEMAP ?? []).map((layer) => ({
      name: layer.name,
      url: layer.url.startsWith('//') ? `https:${layer.url}` : layer.url,
      attribution: layer.options?.attribution ?? '',
      max_zoom: layer.options?.maxZoom ?? 18,
    }));
    return {
      base_maps: base_maps.length > 0 ? base_maps : DEFAULT_MAP.base_maps,
      map: {
        center: MAPCONFIG?.CENTER ?? DEFAULT_MAP.map.center,
        zoom: MAPCONFIG?.ZOOM_LEVEL ?? DEFAULT_MAP.map.zoom,
      },
    };
  } catch {
    return DEFAULT_MAP;
  }
}

/** Lets a slow phone draw, and see to a finger, before what follows. */
function pause(): Promise<void> {
  return new Promise((go) => setTimeout(go));
}

/** The Angular application of one element, from its mounting to its removal. */
export class Application {
  private ref: ApplicationRef | null = null;
  private stopped = false;
  private host: HostContext | null = null;

  constructor(
    private readonly element: HTMLElement,
    private readonly given: HostContext | undefined,
  ) {}

  async start(): Promise<void> {
    try {
      const page = this.given === undefined ? await (earlySettings() ?? readPageSettings()) : null;
      const map = page ?? (await hostMap(this.given?.geonatureApi ?? ''));
      this.host = this.given ?? pageContext(page as PageSettings);
      await pause();
      await this.bootstrap(this.host, map);
    } catch (error) {
      console.error(error);
      if (!this.stopped) showUnreachable(this.element, () => void this.start());
    }
  }

  private async bootstrap(host: HostContext, map: MapSettings): Promise<void> {
    const language = languageOf(host.lang);
    const ref = await createApplication({ providers: this.providers(host, language, map) });
    await pause();
    // Removed while it was being made.
    if (this.stopped) {
      ref.destroy();
      return;
    }
    this.ref = ref;
    this.element.replaceChildren();
    const root = document.createElement('ex-root');
    this.element.append(root);
    this.element.lang = language;
    ref.bootstrap(Root, root);
    await pause();
    if (!ref.destroyed) ref.injector.get(Router).initialNavigation();
  }

  private providers(host: HostContext, language: Language, map: MapSettings): (Provider | EnvironmentProviders)[] {
    const door = this.given === undefined ? 'page' : 'module';
    return [
      provideZonelessChangeDetection(),
      provideRouter(
        routes,
        // Where to go is looked at once the shell is drawn.
        withDisabledInitialNavigation(),
        withPreloading(RestOfArea),
        withComponentInputBinding(),
        withInMemoryScrolling({ scrollPositionRestoration: 'top' }),
        withNavigationErrorHandler(sayUnreached),
        withRouterConfig({ resolveNavigationPromiseOnError: true }),
      ),
      provideWords(language),
      provideEnvironmentInitializer(() => inject(Session).begin()),
      { provide: HOST, useValue: host },
      { provide: LANGUAGE, useValue: language },
      { provide: MAP_SETTINGS, useValue: map },
      { provide: DOOR, useValue: door },
      { provide: ELEMENT, useValue: this.element },
      { provide: OverlayContainer, useClass: ElementOverlayContainer },
      { provide: LocationStrategy, useClass: door === 'page' ? HashLocationStrategy : HostLocationStrategy },
      { provide: Application, useValue: this },
    ];
  }

  /** Another language: the application is made anew in it, at the same address. */
  async restart(language: Language): Promise<void> {
    rememberLanguage(language);
    const strategy = this.ref?.injector.get(LocationStrategy);
    const url = strategy?.path() ?? '/';
    this.ref?.destroy();
    this.ref = null;
    if (this.host === null) return;
    this.host = { ...this.host, url };
    const map = this.given === undefined ? await readPageSettings() : await hostMap(this.host.geonatureApi);
    await this.bootstrap(this.host, map);
  }

  wentTo(inner: string): void {
    const strategy = this.ref?.injector.get(LocationStrategy);
    if (strategy instanceof HostLocationStrategy) strategy.wentTo(inner);
  }

  stop(): void {
    this.stopped = true;
    this.ref?.destroy();
    this.ref = null;
  }
}
