import type { Words } from '../words';
import { shown } from './shown';

const LABELS: Record<string, string> = {
  'enum.state.sown': 'Semé',
  'enum.geometry.Point': 'Point',
  'record.yes': 'Oui',
  'record.no': 'Non',
};
const words = {
  language: 'fr',
  of: (key: string, params?: { key: number }) => (params ? `n° ${params.key}` : (LABELS[key] ?? key)),
} as unknown as Words;

describe('a value of the history', () => {
  it.each([
    ['remarks', null, '—'],
    ['remarks', '', '—'],
    ['remarks', 'Fragile', 'Fragile'],
    ['emerged', 0, '0'],
    ['crop_share_percent', 22.5, '22,5'],
    ['is_main', true, 'Oui'],
    ['is_main', false, 'Non'],
    ['date_min', '1996-08-05', '05/08/1996'],
    ['state', 'sown', 'Semé'],
    ['state', 'other', 'other'],
    ['id_nomenclature_exposure', 1148, 'n° 1148'],
    ['geom_4326', { type: 'Point', coordinates: [5.42, 45.74], crs: {} }, 'Point 45.74 5.42'],
    ['geom_4326', { type: 'MultiPolygon', coordinates: [] }, 'MultiPolygon'],
    ['additional_data', { sac: 'B12' }, '{"sac":"B12"}'],
  ])('%s of %j is read as %s', (field, value, text) => expect(shown(field, value, words)).toBe(text));
});
