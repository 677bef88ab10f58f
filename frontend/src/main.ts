import type { Application } from './host/application';
import { askEarly } from './host/early';

// The element of our own page is there before this is read, that of GeoNature's comes after.
if (document.querySelector('exsitu-app') !== null) askEarly();
const { Application: Bundle } = await import('./host/application');

/** The custom element: what GeoNature's page mounts, and what our own page holds. */
class ExsituElement extends HTMLElement {
  /** Set by the door before the element is mounted; without it the bundle is its own page. */
  host?: import('./host/context').HostContext;
  #application: Application | null = null;

  connectedCallback(): void {
    this.#application = new Bundle(this, this.host);
    void this.#application.start();
  }

  disconnectedCallback(): void {
    this.#application?.stop();
    this.#application = null;
  }

  /** The host's router went to this inner address. */
  hostWentTo(inner: string): void {
    this.#application?.wentTo(inner);
  }
}

if (customElements.get('exsitu-app') === undefined) customElements.define('exsitu-app', ExsituElement);
