import type * as Leaflet from 'leaflet';
import type { Geometry } from 'geojson';
import { Drawable, DrawableKind, isDrawable, positionsOf, rounded, shapeOf } from './coordinates';
import type { L } from './leaflet';
import { Sketch } from './sketch';

const SHAPE = { color: '#1a5f94', weight: 3, fillOpacity: 0.2 };
const CLOSEST = 15;

/** What Leaflet.draw adds to a line, which its types leave out. */
type EditableLine = Leaflet.Polyline & { readonly editing: Leaflet.Handler };

/** The one geometry of a form on its map: shown, drawn anew, or moved. */
export class GeometryMap {
  private layer: Leaflet.GeoJSON | null = null;
  private sketch: Sketch | null = null;
  private moving: EditableLine | null = null;

  constructor(
    private readonly L: L,
    readonly map: Leaflet.Map,
    /** The user moved the geometry. */
    private readonly moved: (geometry: Drawable) => void,
  ) {}

  /** `canMove`: a point can be dragged at any time. */
  show(geometry: Geometry | null, canMove: boolean): void {
    this.stopMoving();
    this.layer?.remove();
    this.layer = null;
    if (geometry === null) return;
    this.layer = this.L.geoJSON(geometry, { style: SHAPE, pointToLayer: (_, place) => this.mark(place, canMove) });
    this.layer.addTo(this.map);
  }

  goTo(): void {
    const bounds = this.layer?.getBounds();
    if (bounds?.isValid()) this.map.fitBounds(bounds, { animate: false, maxZoom: CLOSEST, padding: [30, 30] });
  }

  /** A click is a vertex, until it is finished or given up. */
  draw(kind: DrawableKind, changed: (places: number) => void): void {
    this.show(null, false);
    this.sketch = new Sketch(this.L, this.map, kind, changed);
  }

  undo(): void {
    this.sketch?.undo();
  }

  /** What was drawn, null when it was not enough; the drawing is over. */
  finish(): Drawable | null {
    const shape = this.sketch?.shape() ?? null;
    this.sketch?.stop();
    this.sketch = null;
    return shape;
  }

  /** Lets the vertices be dragged, those between two be made, and a click on one remove it. */
  startMoving(geometry: Drawable): void {
    const [line] = this.layer?.getLayers() ?? [];
    if (!(line instanceof this.L.Polyline)) return;
    const editable = line as EditableLine;
    this.moving = editable;
    this.map.on('layeradd', hideVertex);
    editable.editing.enable();
    editable.on('edit', () => {
      const [places] =
        geometry.type === 'Polygon'
          ? (line.getLatLngs() as Leaflet.LatLng[][])
          : [line.getLatLngs() as Leaflet.LatLng[]];
      const shape = shapeOf(
        geometry.type,
        (places ?? []).map(({ lat, lng }) => [rounded(lng), rounded(lat)]),
      );
      if (shape !== null) this.moved(shape);
    });
  }

  stopMoving(): void {
    this.moving?.off('edit');
    this.moving?.editing.disable();
    this.moving = null;
    this.map.off('layeradd', hideVertex);
  }

  private mark(place: Leaflet.LatLng, canMove: boolean): Leaflet.Marker {
    const icon = this.L.divIcon({ className: 'ex-mark ex-mark-selected', iconSize: [30, 30], html: '<span></span>' });
    const marker = this.L.marker(place, { icon, draggable: canMove, keyboard: false });
    marker.on('dragend', () => {
      const { lat, lng } = marker.getLatLng().wrap();
      this.moved({ type: 'Point', coordinates: [rounded(lng), rounded(lat)] });
    });
    return marker;
  }
}

/** Vertices are for a pointer; the typed coordinates are the other way. */
function hideVertex({ layer }: Leaflet.LayerEvent): void {
  const icon = 'getElement' in layer ? (layer as Leaflet.Marker).getElement() : undefined;
  if (!icon?.classList.contains('leaflet-editing-icon')) return;
  icon.removeAttribute('tabindex');
  icon.removeAttribute('role');
}

/** Above this, vertices hide the shape and slow the map: it is replaced rather than moved. */
const MOST_VERTICES = 300;

export function canMoveVertices(geometry: Geometry | null): geometry is Drawable {
  return isDrawable(geometry) && geometry.type !== 'Point' && positionsOf(geometry).length <= MOST_VERTICES;
}
