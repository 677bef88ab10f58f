import { DomSanitizer } from '@angular/platform-browser';
import {
  Component,
  ElementRef,
  SecurityContext,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type * as Leaflet from 'leaflet';
import { MAP_SETTINGS } from '@host/tokens';
import { ManyPipe } from '../format';
import { Words } from '../words';
import { FeatureLayers } from './feature-layers';
import { Bbox, MapFeature, MapFeatures } from './features';
import { addButton, groundMap } from './ground';
import { L, loadLeaflet } from './leaflet';

/** Not closer than this when the map goes to its records by itself. */
const CLOSEST = 14;

/**
 * Records on a map, tied to a list: `<ex-map name="…" [features]="…" [selected]="uuid" (pick)="…" (bounds)="…" />`.
 * The list stays the way in for who does not see the map.
 */
@Component({
  selector: 'ex-map',
  imports: [TranslatePipe, ManyPipe],
  templateUrl: './map.html',
  styleUrl: './map.css',
})
export class FeatureMap {
  private readonly settings = inject(MAP_SETTINGS);
  private readonly words = inject(Words);
  private readonly sanitizer = inject(DomSanitizer);

  /** What the map shows, for who does not see it. */
  readonly name = input.required<string>();
  readonly features = input.required<MapFeatures>();
  readonly selected = input<string | null>(null);
  /** The record under the mouse in the list: it is marked, and the map stays where it is. */
  readonly highlighted = input<string | null>(null);
  /** Where to look at first, else at all the records. */
  readonly extent = input<Bbox | null>(null);
  readonly label = input<(feature: MapFeature) => string>((feature) => String(feature.properties['code'] ?? ''));
  readonly height = input('28em');
  readonly pick = output<string>();
  /** What the map shows after the user moved it. */
  readonly bounds = output<Bbox>();

  protected readonly leaflet = resource({ loader: loadLeaflet });
  protected readonly hasTiles = signal(true);
  protected readonly placeless = computed(
    () => this.features().features.filter((feature) => feature.geometry === null).length,
  );
  private readonly ground = viewChild.required<ElementRef<HTMLElement>>('ground');
  private readonly view = signal<View | null>(null);

  constructor() {
    afterRenderEffect((onCleanup) => {
      if (!this.leaflet.hasValue()) return;
      const view = this.makeView(this.leaflet.value());
      this.view.set(view);
      const observer = new ResizeObserver(() => view.resized(this.extent()));
      observer.observe(this.ground().nativeElement);
      onCleanup(() => {
        observer.disconnect();
        view.layers.stop();
        view.map.remove();
      });
    });
    afterRenderEffect(() => {
      const [view, { features }, label] = [this.view(), this.features(), this.label()];
      void view?.layers.show(features, label).then((shown) => {
        if (!shown) return;
        view.fitOnce(this.extent());
        view.select(this.selected(), this.highlighted(), label);
      });
    });
    afterRenderEffect(() => this.view()?.select(this.selected(), this.highlighted(), this.label()));
  }

  /** What the map shows now. */
  looksAt(): Bbox | null {
    return this.view()?.bbox() ?? null;
  }

  private makeView(L: L): View {
    const map = groundMap(L, this.ground().nativeElement, {
      settings: this.settings,
      words: this.words,
      sanitize: (html) => this.sanitizer.sanitize(SecurityContext.HTML, html) ?? '',
      tiles: (available) => this.hasTiles.set(available),
    });
    const layers = new FeatureLayers(L, map, this.words, (uuid) => this.pick.emit(uuid));
    const view = new View(map, layers, (bbox) => this.bounds.emit(bbox));
    addButton(L, map, { icon: 'fa-arrows-alt', title: this.words.of('map.fit'), act: () => view.fit() });
    return view;
  }
}

/** Where the map looks; only the user's own moves are said. */
class View {
  private quiet = false;
  private fitted = false;
  /** The selected record, once the map went to it. */
  private seen: string | null = null;

  constructor(
    readonly map: Leaflet.Map,
    readonly layers: FeatureLayers,
    private readonly moved: (bbox: Bbox) => void,
  ) {
    map.on('moveend', () => {
      if (!this.quiet) this.moved(this.bbox());
    });
  }

  /** Goes to all the records, as the user asked. */
  fit(): void {
    const bounds = this.layers.bounds();
    if (bounds.isValid()) this.map.fitBounds(bounds, { animate: false, maxZoom: CLOSEST, padding: [24, 24] });
  }

  /** The extent, or the first records that come; later ones may come from where the user went. */
  fitOnce(extent: Bbox | null): void {
    if (this.fitted || this.map.getSize().x === 0) return;
    if (extent === null && !this.layers.bounds().isValid()) return;
    this.fitted = true;
    this.quietly(() => {
      if (extent === null) this.fit();
      else this.map.fitBounds(cornersOf(extent), { animate: false });
    });
  }

  select(selected: string | null, highlighted: string | null, label: (feature: MapFeature) => string): void {
    const place = this.layers.select(highlighted ?? selected, label);
    if (highlighted !== null || selected === this.seen) return;
    // Once for one choice: the user may then look elsewhere.
    this.seen = place === null ? null : selected;
    if (place !== null && !this.map.getBounds().contains(place)) {
      this.quietly(() => this.map.panTo(place, { animate: false }));
    }
  }

  resized(extent: Bbox | null): void {
    this.quietly(() => this.map.invalidateSize({ animate: false, pan: false }));
    this.fitOnce(extent);
  }

  /** Without animation Leaflet has moved when it returns. */
  private quietly(move: () => void): void {
    this.quiet = true;
    move();
    this.quiet = false;
  }

  bbox(): Bbox {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }
}

function cornersOf([west, south, east, north]: Bbox): Leaflet.LatLngBoundsLiteral {
  return [
    [south, west],
    [north, east],
  ];
}
