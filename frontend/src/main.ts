import { Application } from './host/application';

/** The custom element: what GeoNature's page mounts, and what our own page holds. */
class ExsituElement extends HTMLElement {
  /** Set by the door before the element is mounted; without it the bundle is its own page. */
  host?: import('./host/context').HostContext;
  #application: Application | null = null;

  connectedCallback(): void {
    this.#application = new Application(this, this.host);
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
