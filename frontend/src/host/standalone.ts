import { HostContext, MapSettings } from './context';

/** What the service says at `ui/config.json` to the bundle that is its own page. */
export interface PageSettings extends MapSettings {
  /** Path of the service, empty when it is mounted at the root. */
  readonly api_url: string;
  readonly geonature_api: string | null;
  readonly local_login: boolean;
  readonly language: string;
  readonly version: string;
}

export async function readPageSettings(): Promise<PageSettings> {
  const response = await fetch(new URL('config.json', document.baseURI));
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as PageSettings;
}

/** Where GeoNature's own pages are, from its public configuration. */
async function applicationUrl(geonatureApi: string): Promise<string> {
  const response = await fetch(`${geonatureApi}/gn_commons/config`);
  const config = (await response.json()) as { URL_APPLICATION?: string };
  return (config.URL_APPLICATION ?? geonatureApi.replace(/\/api$/, '')).replace(/\/$/, '');
}

/** The page door's context: the address is after `#`, the login is ours or GeoNature's. */
export function pageContext(settings: PageSettings): HostContext {
  const here = (): string => location.hash.slice(1) || '/';
  const toLogin = async (): Promise<void> => {
    if (settings.local_login || settings.geonature_api === null) {
      if (!here().startsWith('/login')) location.hash = `/login?next=${encodeURIComponent(here())}`;
      return;
    }
    const application = await applicationUrl(settings.geonature_api);
    location.assign(`${application}/#/login?next=${encodeURIComponent(location.href)}`);
  };
  return {
    version: 1,
    base: '',
    url: here(),
    geonatureApi: settings.geonature_api ?? '',
    apiUrl: settings.api_url,
    lang: settings.language,
    cruved: {},
    login: () => void toLogin(),
    navigate: (inner) => (location.hash = inner),
  };
}
