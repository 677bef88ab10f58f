import { FormControl, FormGroup, Validators } from '@angular/forms';
import { Schemas } from '@api/api';

export const KINDS: readonly Schemas['PlaceKind'][] = [
  'site',
  'building',
  'room',
  'cold_room',
  'freezer',
  'shelf',
  'box',
  'greenhouse',
  'frame',
  'bench',
  'tray',
  'cell',
  'garden',
  'bed',
  'other',
];

/** What one makes in a place of this kind, most of the time. */
const INSIDE: Partial<Record<Schemas['PlaceKind'], Schemas['PlaceKind']>> = {
  site: 'building',
  building: 'room',
  room: 'shelf',
  cold_room: 'shelf',
  freezer: 'shelf',
  shelf: 'box',
  greenhouse: 'bench',
  frame: 'tray',
  bench: 'tray',
  tray: 'cell',
  garden: 'bed',
};

export function placeForm() {
  return new FormGroup({
    kind: new FormControl<Schemas['PlaceKind'] | null>(null, Validators.required),
    code: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(50)] }),
    label: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
    parent: new FormControl<string | null>(null),
    expected_temperature: new FormControl<number | null>(null),
    expected_humidity: new FormControl<number | null>(null),
    capacity: new FormControl<number | null>(null),
    remarks: new FormControl<string | null>(null),
  });
}

export type PlaceForm = ReturnType<typeof placeForm>;
export type PlaceValue = ReturnType<PlaceForm['getRawValue']>;

export function placeValue(place: Schemas['Place']): PlaceValue {
  return {
    kind: place.kind,
    code: place.code,
    label: place.label,
    parent: place.parent?.uuid ?? null,
    expected_temperature: place.expected_temperature ?? null,
    expected_humidity: place.expected_humidity ?? null,
    capacity: place.capacity ?? null,
    remarks: place.remarks ?? null,
  };
}

/** What a place made in another starts with: its kind, the start of its code and of its name, its climate. */
export function insideOf(parent: Schemas['Place']): PlaceValue {
  return {
    kind: INSIDE[parent.kind] ?? null,
    code: `${parent.code}-`,
    label: `${parent.label}, `,
    parent: parent.uuid,
    expected_temperature: parent.expected_temperature ?? null,
    expected_humidity: parent.expected_humidity ?? null,
    capacity: null,
    remarks: null,
  };
}

/** The body of a place: an empty text is no text. */
export function placeBody(value: PlaceValue): Schemas['NewPlace'] {
  return {
    ...value,
    kind: value.kind ?? 'other',
    code: value.code.trim(),
    label: value.label.trim(),
    remarks: value.remarks?.trim() || null,
  };
}
