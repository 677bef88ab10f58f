import {
  Component,
  ElementRef,
  SecurityContext,
  afterRenderEffect,
  computed,
  forwardRef,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { ControlValueAccessor, NG_VALIDATORS, NG_VALUE_ACCESSOR, ValidationErrors, Validator } from '@angular/forms';
import { DomSanitizer } from '@angular/platform-browser';
import { TranslatePipe } from '@ngx-translate/core';
import type { Geometry } from 'geojson';
import { MAP_SETTINGS } from '@host/tokens';
import { CodePipe, ManyPipe } from '../format';
import { Words } from '../words';
import {
  DrawableKind,
  LEAST,
  isDrawable,
  parseDegrees,
  parsePositions,
  positionsOf,
  positionsText,
  rounded,
  shapeOf,
} from './coordinates';
import { GeometryMap, canMoveVertices } from './geometry-map';
import { groundMap } from './ground';
import { L, loadEditing, loadLeaflet } from './leaflet';

const ALL_KINDS: readonly DrawableKind[] = ['Point', 'LineString', 'Polygon'];

type Mode = 'idle' | 'drawing' | 'moving';

let serial = 0;

/**
 * The place of a record: drawn on the map, typed, or where one stands. Its value is a GeoJSON
 * geometry or null: `<ex-geometry-field label="…" formControlName="geometry" />`.
 */
@Component({
  selector: 'ex-geometry-field',
  imports: [TranslatePipe, CodePipe, ManyPipe],
  templateUrl: './geometry-field.html',
  styleUrl: './geometry-field.css',
  providers: [
    { provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => GeometryField), multi: true },
    { provide: NG_VALIDATORS, useExisting: forwardRef(() => GeometryField), multi: true },
  ],
})
export class GeometryField implements ControlValueAccessor, Validator {
  private readonly settings = inject(MAP_SETTINGS);
  private readonly words = inject(Words);
  private readonly sanitizer = inject(DomSanitizer);

  readonly label = input.required<string>();
  readonly kinds = input(ALL_KINDS);
  readonly height = input('22em');
  /** How sure the device is of the position it gave, in metres. */
  readonly located = output<number>();

  protected readonly id = `ex-geometry-${++serial}`;
  protected readonly value = signal<Geometry | null>(null);
  protected readonly disabled = signal(false);
  protected readonly mode = signal<Mode>('idle');
  protected readonly places = signal(0);
  protected readonly hasTiles = signal(true);
  protected readonly locating = signal(false);
  protected readonly locationRefused = signal<string | null>(null);
  protected readonly accuracy = signal<number | null>(null);

  /** The value's, else the last one chosen. */
  protected readonly kind = linkedSignal<Geometry | null, DrawableKind>({
    source: this.value,
    computation: (value, last) => (isDrawable(value) ? value.type : (last?.value ?? this.kinds()[0] ?? 'Point')),
  });
  protected readonly isEnough = computed(() => this.places() >= LEAST[this.kind()]);
  protected readonly canMove = computed(() => canMoveVertices(this.value()));
  protected readonly isOther = computed(() => this.value() !== null && !isDrawable(this.value()));
  /** How many vertices the value has; null when it is not one shape. */
  protected readonly vertices = computed(() => {
    const value = this.value();
    return isDrawable(value) ? positionsOf(value).length : null;
  });

  /** What is typed; it follows the value until someone types. */
  protected readonly typed = linkedSignal(() => {
    const value = this.value();
    const positions = isDrawable(value) ? positionsOf(value) : [];
    const [longitude, latitude] = positions[0] ?? [];
    return { latitude: `${latitude ?? ''}`, longitude: `${longitude ?? ''}`, lines: positionsText(positions) };
  });
  protected readonly errors = linkedSignal<TypingErrors>(() => (this.value(), {}));

  protected readonly leaflet = resource({ params: () => this.kinds(), loader: ({ params }) => leafletFor(params) });
  private readonly ground = viewChild.required<ElementRef<HTMLElement>>('ground');
  private readonly view = signal<GeometryMap | null>(null);
  /** The value came from outside: the map goes to it. */
  private readonly given = signal(0);

  private changed: (value: Geometry | null) => void = () => undefined;
  private validityChanged: () => void = () => undefined;
  protected touched: () => void = () => undefined;

  constructor() {
    afterRenderEffect((onCleanup) => {
      if (!this.leaflet.hasValue()) return;
      const view = this.makeView(this.leaflet.value());
      this.view.set(view);
      const observer = new ResizeObserver(() => view.map.invalidateSize({ animate: false, pan: false }));
      observer.observe(this.ground().nativeElement);
      onCleanup(() => {
        observer.disconnect();
        view.map.remove();
      });
    });
    afterRenderEffect(() => {
      const [view, value, disabled] = [this.view(), this.value(), this.disabled()];
      if (untracked(this.mode) === 'idle') view?.show(value, !disabled);
    });
    afterRenderEffect(() => {
      this.given();
      this.view()?.goTo();
    });
  }

  // The form's side.

  writeValue(value: Geometry | null): void {
    this.leave();
    this.value.set(value ?? null);
    this.given.update((n) => n + 1);
  }

  registerOnChange(changed: (value: Geometry | null) => void): void {
    this.changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  setDisabledState(disabled: boolean): void {
    this.leave();
    this.disabled.set(disabled);
  }

  /** Coordinates that are not read yet are not a value. */
  validate(): ValidationErrors | null {
    return Object.values(this.errors()).some((error) => error !== undefined) ? { coordinates: true } : null;
  }

  registerOnValidatorChange(changed: () => void): void {
    this.validityChanged = changed;
  }

  // On the map.

  protected choose(kind: DrawableKind): void {
    const unread = this.errors().lines === undefined ? null : this.typed().lines;
    this.leave();
    this.kind.set(kind);
    // What was too few for a polygon may be enough for a line.
    if (unread !== null && kind !== 'Point') this.typeLines(unread);
    else this.refuse({});
  }

  protected draw(): void {
    const view = this.view();
    if (view === null) return;
    this.leave();
    this.places.set(0);
    this.mode.set('drawing');
    view.draw(this.kind(), (places) => {
      this.places.set(places);
      // A point is whole at its first click.
      if (this.kind() === 'Point' && places === 1) this.finish();
    });
  }

  protected undo(): void {
    this.view()?.undo();
  }

  protected finish(): void {
    const shape = this.view()?.finish() ?? null;
    this.mode.set('idle');
    if (shape !== null) this.set(shape);
    else this.view()?.show(this.value(), !this.disabled());
  }

  /** Gives up what is being drawn or moved; what was moved stays. */
  protected leave(): void {
    const view = this.view();
    if (this.mode() === 'drawing') view?.finish();
    this.mode.set('idle');
    view?.show(this.value(), !this.disabled());
  }

  protected move(): void {
    const value = this.value();
    if (!canMoveVertices(value)) return;
    this.mode.set('moving');
    this.view()?.startMoving(value);
  }

  protected clear(): void {
    this.leave();
    this.set(null);
  }

  protected locate(): void {
    this.locating.set(true);
    this.locationRefused.set(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.locating.set(false);
        this.leave();
        this.set({ type: 'Point', coordinates: [rounded(coords.longitude), rounded(coords.latitude)] });
        this.accuracy.set(Math.ceil(coords.accuracy));
        this.located.emit(coords.accuracy);
        this.given.update((n) => n + 1);
      },
      ({ code }) => {
        this.locating.set(false);
        const isForbidden = code === GeolocationPositionError.PERMISSION_DENIED;
        this.locationRefused.set(this.words.of(isForbidden ? 'map.geometry.forbidden' : 'map.geometry.unknown'));
      },
      { enableHighAccuracy: true, timeout: 30_000 },
    );
  }

  // Typed.

  protected typePoint(latitude: string, longitude: string): void {
    this.leave();
    this.typed.update((typed) => ({ ...typed, latitude, longitude }));
    if (latitude.trim() === '' && longitude.trim() === '') {
      this.set(null);
      return;
    }
    const y = parseDegrees(latitude, 'latitude');
    const x = parseDegrees(longitude, 'longitude');
    if ('value' in y && 'value' in x) {
      this.set({ type: 'Point', coordinates: [x.value, y.value] });
      this.given.update((n) => n + 1);
    } else {
      this.refuse({
        latitude: 'error' in y ? this.words.code('coordinate_error', y.error) : undefined,
        longitude: 'error' in x ? this.words.code('coordinate_error', x.error) : undefined,
      });
    }
  }

  protected typeLines(lines: string): void {
    this.leave();
    this.typed.update((typed) => ({ ...typed, lines }));
    const read = parsePositions(lines);
    if ('error' in read) {
      const what = this.words.code('coordinate_error', read.error);
      this.refuse({ lines: this.words.of('map.geometry.line_error', { line: read.line, what }) });
      return;
    }
    const shape = shapeOf(this.kind(), read.positions);
    if (shape === null && read.positions.length > 0) {
      this.refuse({ lines: this.words.of('map.geometry.too_few', { n: LEAST[this.kind()] }) });
      return;
    }
    this.set(shape);
    this.given.update((n) => n + 1);
  }

  private refuse(errors: TypingErrors): void {
    this.errors.set(errors);
    this.validityChanged();
  }

  private set(value: Geometry | null): void {
    this.accuracy.set(null);
    this.value.set(value);
    // Also when the value is the same as before what could not be read.
    this.errors.set({});
    this.changed(value);
    this.touched();
  }

  private makeView(L: L): GeometryMap {
    const map = groundMap(L, this.ground().nativeElement, {
      settings: this.settings,
      words: this.words,
      sanitize: (html) => this.sanitizer.sanitize(SecurityContext.HTML, html) ?? '',
      tiles: (available) => this.hasTiles.set(available),
    });
    return new GeometryMap(L, map, (geometry) => this.set(geometry));
  }
}

interface TypingErrors {
  readonly latitude?: string;
  readonly longitude?: string;
  readonly lines?: string;
}

/** A point needs no vertices to move. */
function leafletFor(kinds: readonly DrawableKind[]): Promise<L> {
  return kinds.some((kind) => kind !== 'Point') ? loadEditing() : loadLeaflet();
}
