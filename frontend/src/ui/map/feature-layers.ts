import type * as Leaflet from 'leaflet';
import type { Feature, Geometry } from 'geojson';
import type { Words } from '../words';
import { MapFeature } from './features';
import { L, loadClusters } from './leaflet';

/** From how many points on they are grouped. */
export const CLUSTER_ABOVE = 50;

const SHAPE = { color: '#1a5f94', weight: 3, fillOpacity: 0.15 };
const SELECTED_SHAPE = { color: '#a71d2a', weight: 4, fillOpacity: 0.3 };

interface Shown {
  readonly feature: MapFeature;
  readonly centre: Leaflet.LatLng;
  /** What is not a point is drawn too: its mark alone would not say its extent. */
  readonly shape: Leaflet.GeoJSON | null;
}

/** The records on a map: a mark each, under which shapes are drawn; one is selected. */
export class FeatureLayers {
  private readonly shown = new Map<string, Shown>();
  private readonly shapes: Leaflet.FeatureGroup;
  private readonly selection: Leaflet.LayerGroup;
  private marks: Leaflet.FeatureGroup;
  private drawing = 0;

  constructor(
    private readonly L: L,
    private readonly map: Leaflet.Map,
    private readonly words: Words,
    private readonly pick: (uuid: string) => void,
  ) {
    this.shapes = L.featureGroup().addTo(map);
    this.marks = L.featureGroup().addTo(map);
    this.selection = L.layerGroup().addTo(map);
  }

  /** Those with a place, instead of what was shown; false when others were asked meanwhile. */
  async show(features: readonly MapFeature[], label: (feature: MapFeature) => string): Promise<boolean> {
    const drawing = ++this.drawing;
    const located = features.filter(
      (feature): feature is Feature<Geometry, MapFeature['properties']> => feature.geometry !== null,
    );
    const marks = await this.group(located.length);
    if (drawing !== this.drawing) return false;
    this.shapes.clearLayers();
    this.marks.remove();
    this.shown.clear();
    this.marks = marks;
    for (const feature of located) this.add(feature, label(feature));
    this.marks.addTo(this.map);
    return true;
  }

  /** The map goes away: what still loads is not drawn. */
  stop(): void {
    this.drawing++;
  }

  bounds(): Leaflet.LatLngBounds {
    const bounds = this.L.latLngBounds([]);
    for (const { centre, shape } of this.shown.values()) bounds.extend(shape?.getBounds() ?? centre);
    return bounds;
  }

  /** Marks this record; where it is, null when it has no place here. */
  select(uuid: string | null, label: (feature: MapFeature) => string): Leaflet.LatLng | null {
    this.selection.clearLayers();
    for (const [key, { shape }] of this.shown) shape?.setStyle(key === uuid ? SELECTED_SHAPE : SHAPE);
    const selected = this.shown.get(uuid ?? '');
    if (selected === undefined) return null;
    this.L.marker(selected.centre, {
      icon: this.icon('ex-mark ex-mark-selected'),
      interactive: false,
      keyboard: false,
      zIndexOffset: 1000,
    })
      .bindTooltip(text(label(selected.feature)), { permanent: true, direction: 'top', offset: [0, -12] })
      .addTo(this.selection);
    return selected.centre;
  }

  private add(feature: Feature<Geometry, MapFeature['properties']>, label: string): void {
    const { uuid } = feature.properties;
    const layer = this.L.geoJSON(feature, { style: SHAPE, pointToLayer: (_, place) => this.L.marker(place) });
    const centre = layer.getBounds().getCenter();
    const shape = feature.geometry.type === 'Point' ? null : layer;
    shape?.on('click', () => this.pick(uuid)).addTo(this.shapes);
    this.L.marker(centre, { icon: this.icon('ex-mark'), title: label })
      .on('click', () => this.pick(uuid))
      .on('keydown', (event) => this.pickByKey(event, uuid))
      .addTo(this.marks);
    this.shown.set(uuid, { feature, centre, shape });
  }

  /** A mark is a button, but not one of the browser's. */
  private pickByKey({ originalEvent }: Leaflet.LeafletKeyboardEvent, uuid: string): void {
    if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return;
    originalEvent.preventDefault();
    this.pick(uuid);
  }

  /** Marks that group when they are many; one by one when the plugin cannot be had. */
  private async group(size: number): Promise<Leaflet.FeatureGroup> {
    if (size <= CLUSTER_ABOVE) return this.L.featureGroup();
    const clustered = await loadClusters().catch(() => null);
    if (clustered === null) return this.L.featureGroup();
    return clustered.markerClusterGroup({
      showCoverageOnHover: false,
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      iconCreateFunction: (cluster) => this.clusterIcon(cluster.getChildCount()),
    });
  }

  private icon(className: string): Leaflet.DivIcon {
    return this.L.divIcon({ className, iconSize: [30, 30], html: '<span></span>' });
  }

  private clusterIcon(n: number): Leaflet.DivIcon {
    const number = `<span aria-hidden="true">${n.toLocaleString(this.words.language)}</span>`;
    const said = `<span class="sr-only">${this.words.many('map.cluster', n)}</span>`;
    return this.L.divIcon({ className: 'ex-cluster', iconSize: [44, 44], html: number + said });
  }
}

/** A tooltip takes HTML; a label is a text that users typed. */
function text(label: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = label;
  return span;
}
