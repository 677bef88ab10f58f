import { ApplicationInitStatus, Component, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import type { Geometry } from 'geojson';
import { LANGUAGE, MAP_SETTINGS } from '@host/tokens';
import { provideWords } from '../words';
import { GeometryField } from './geometry-field';

@Component({
  imports: [ReactiveFormsModule, GeometryField],
  template: `<ex-geometry-field label="Lieu" [formControl]="place" />`,
})
class Form {
  readonly place = new FormControl<Geometry | null>(null);
}

/** The typed way: the map is never drawn here, a test has no style sheets to load. */
async function form() {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideWords('fr'),
      { provide: LANGUAGE, useValue: 'fr' },
      { provide: MAP_SETTINGS, useValue: { base_maps: [], map: { center: [44.8, 6.3], zoom: 8 } } },
    ],
  });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  const fixture = TestBed.createComponent(Form);
  const element = fixture.nativeElement as HTMLElement;
  const find = <T extends HTMLElement>(name: string): T => {
    const found = element.querySelector<T>(`[data-qa=geometry-${name}]`);
    if (found === null) throw new Error(`no ${name}`);
    return found;
  };
  const seen = (): void => fixture.detectChanges();
  seen();
  return {
    place: fixture.componentInstance.place,
    element,
    seen,
    text: (name: string): string => find<HTMLInputElement>(name).value,
    type: (name: string, text: string): void => {
      const field = find<HTMLInputElement>(name);
      field.value = text;
      field.dispatchEvent(new Event('change'));
      seen();
    },
    click: (name: string): void => {
      find(name).click();
      seen();
    },
  };
}

describe('GeometryField', () => {
  it('makes a point of two coordinates, and nothing of half of one', async () => {
    const { place, type, element } = await form();
    type('latitude', '44,9');
    expect(place.value).toBeNull();
    expect(place.errors).toEqual({ coordinates: true });
    expect(element.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
    type('longitude', '6.4');
    expect(place.value).toEqual({ type: 'Point', coordinates: [6.4, 44.9] });
    expect(place.errors).toBeNull();
  });

  it('keeps the last value while what is typed cannot be read', async () => {
    const { place, type } = await form();
    place.setValue({ type: 'Point', coordinates: [6.4, 44.9] });
    type('latitude', '95');
    expect(place.value).toEqual({ type: 'Point', coordinates: [6.4, 44.9] });
    expect(place.invalid).toBe(true);
  });

  it('has no place any more when both coordinates are emptied', async () => {
    const { place, type, seen } = await form();
    place.setValue({ type: 'Point', coordinates: [6.4, 44.9] });
    seen();
    type('latitude', '');
    expect(place.invalid).toBe(true);
    type('longitude', '');
    expect(place.value).toBeNull();
    expect(place.valid).toBe(true);
  });

  it('reads the vertices of a shape, as a line what is too few for a polygon', async () => {
    const { place, type, click } = await form();
    click('kind-Polygon');
    type('lines', '44.9 6.3\n44.95 6.4');
    expect(place.errors).toEqual({ coordinates: true });
    click('kind-LineString');
    expect(place.errors).toBeNull();
    expect(place.value).toEqual({
      type: 'LineString',
      coordinates: [
        [6.3, 44.9],
        [6.4, 44.95],
      ],
    });
  });

  it('shows the vertices of what it is given, and forgets them when cleared', async () => {
    const { place, seen, text, click } = await form();
    place.setValue({
      type: 'LineString',
      coordinates: [
        [6.3, 44.9],
        [6.4, 44.95],
      ],
    });
    seen();
    expect(text('lines')).toBe('44.9 6.3\n44.95 6.4');
    click('clear');
    expect(place.value).toBeNull();
    expect(text('lines')).toBe('');
  });

  it('leaves a shape in several parts as it is', async () => {
    const { place, seen, element } = await form();
    const several: Geometry = { type: 'MultiPoint', coordinates: [[6.3, 44.9]] };
    place.setValue(several);
    seen();
    expect(place.value).toBe(several);
    expect(element.querySelector('[data-qa=geometry-move]')).toBeNull();
    expect(element.querySelector('[data-qa=geometry-state]')?.textContent).toContain('plusieurs parties');
  });

  it('can only be read when it is disabled', async () => {
    const { place, seen, element } = await form();
    place.disable();
    seen();
    expect(element.querySelector('button')).toBeNull();
    expect(element.querySelector('input')).toBeNull();
  });
});
