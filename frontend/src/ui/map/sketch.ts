import type * as Leaflet from 'leaflet';
import { Drawable, DrawableKind, LEAST, rounded, shapeOf } from './coordinates';
import type { L } from './leaflet';

const STYLE = { color: '#a71d2a', weight: 3 };

/**
 * A shape that is being drawn, a vertex a click. Leaflet.draw puts one as soon as a finger touches the
 * map, which then can be neither moved nor zoomed: it serves to change shapes, not to draw them.
 */
export class Sketch {
  private readonly places: Leaflet.LatLng[] = [];
  private readonly drawn: Leaflet.FeatureGroup;
  private readonly onClick = (event: Leaflet.LeafletMouseEvent): void => this.add(event.latlng);

  constructor(
    private readonly L: L,
    private readonly map: Leaflet.Map,
    private readonly kind: DrawableKind,
    /** After each change: how many vertices there are. */
    private readonly changed: (places: number) => void,
  ) {
    this.drawn = L.featureGroup().addTo(map);
    map.on('click', this.onClick);
    map.doubleClickZoom.disable();
    map.getContainer().classList.add('ex-drawing');
  }

  undo(): void {
    this.places.pop();
    this.draw();
  }

  get isEnough(): boolean {
    return this.places.length >= LEAST[this.kind];
  }

  /** What was drawn, null when it is not enough. */
  shape(): Drawable | null {
    return shapeOf(
      this.kind,
      this.places.map(({ lat, lng }) => [rounded(lng), rounded(lat)]),
    );
  }

  stop(): void {
    this.drawn.remove();
    this.map.off('click', this.onClick);
    this.map.doubleClickZoom.enable();
    this.map.getContainer().classList.remove('ex-drawing');
  }

  private add(place: Leaflet.LatLng): void {
    this.places.push(place.wrap());
    this.draw();
  }

  private draw(): void {
    const { L, places } = this;
    this.drawn.clearLayers();
    const isArea = this.kind === 'Polygon' && places.length > 2;
    (isArea ? L.polygon(places, STYLE) : L.polyline(places, STYLE)).addTo(this.drawn);
    for (const place of places)
      L.circleMarker(place, { ...STYLE, radius: 6, fillOpacity: 1, interactive: false }).addTo(this.drawn);
    this.changed(places.length);
  }
}
