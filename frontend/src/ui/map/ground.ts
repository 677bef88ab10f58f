import type * as Leaflet from 'leaflet';
import type { BaseMap, MapSettings } from '@host/context';
import type { Words } from '../words';
import type { L } from './leaflet';

const CHOICE = 'exsitu:base-map';

/** What a map needs to know of its page. */
export interface GroundOptions {
  readonly settings: MapSettings;
  readonly words: Words;
  /** Attributions come from the host's configuration, in HTML. */
  readonly sanitize: (html: string) => string;
  /** Whether tiles can be had; without them the map is on a plain ground. */
  readonly tiles: (available: boolean) => void;
}

/** An empty map: base maps, zoom, scale, attribution, in the language of the screen. */
export function groundMap(L: L, element: HTMLElement, options: GroundOptions): Leaflet.Map {
  const { settings, words } = options;
  const map = L.map(element, {
    zoomControl: false,
    // The container is watched instead: it changes without the window.
    trackResize: false,
    center: [...settings.map.center],
    zoom: settings.map.zoom,
  });
  map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  L.control.zoom({ zoomInTitle: words.of('map.zoom_in'), zoomOutTitle: words.of('map.zoom_out') }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  addBaseMaps(L, map, options);
  return map;
}

function addBaseMaps(L: L, map: Leaflet.Map, options: GroundOptions): void {
  const layers = new Map(options.settings.base_maps.map((base) => [base.name, tileLayer(L, base, options)]));
  const [first] = layers.values();
  (layers.get(localStorage.getItem(CHOICE) ?? '') ?? first)?.addTo(map);
  if (layers.size < 2) return;
  const control = L.control.layers(Object.fromEntries(layers)).addTo(map);
  control.getContainer()?.querySelector('a')?.setAttribute('title', options.words.of('map.base_maps'));
  map.on('baselayerchange', ({ name }) => localStorage.setItem(CHOICE, name));
}

function tileLayer(L: L, base: BaseMap, { sanitize, tiles }: GroundOptions): Leaflet.TileLayer {
  const layer = L.tileLayer(base.url, { attribution: sanitize(base.attribution), maxZoom: base.max_zoom });
  layer.on('tileload', () => tiles(true));
  layer.on('tileerror', () => tiles(false));
  return layer;
}

/** A button among the zoom's. */
export function addButton(
  L: L,
  map: Leaflet.Map,
  button: { readonly icon: string; readonly title: string; readonly act: () => void },
): void {
  const control = new L.Control({ position: 'topleft' });
  control.onAdd = () => {
    const bar = L.DomUtil.create('div', 'leaflet-bar leaflet-control');
    const link = L.DomUtil.create('a', '', bar);
    link.href = '#';
    link.title = button.title;
    link.setAttribute('role', 'button');
    link.setAttribute('aria-label', button.title);
    L.DomUtil.create('i', `fa ${button.icon}`, link).setAttribute('aria-hidden', 'true');
    L.DomEvent.disableClickPropagation(bar);
    L.DomEvent.on(link, 'click', (event) => {
      L.DomEvent.preventDefault(event);
      button.act();
    });
    return bar;
  };
  control.addTo(map);
}
