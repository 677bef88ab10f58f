import type { Schemas } from '@api/api';
import { placesNamed, placesOf, shortName } from './place-tree';

const node = (code: string, parent: string | null, depth: number, label: string): Schemas['PlaceNode'] => ({
  uuid: code,
  parent,
  depth,
  code,
  label,
  kind: 'other',
  archived: false,
  lots: 0,
  lots_below: 0,
});

const TREE = [
  node('SITE', null, 0, 'Jardin du conservatoire'),
  node('BAT-A', 'SITE', 1, 'Bâtiment A'),
  node('CF1', 'BAT-A', 2, 'Chambre froide 1, 4 °C'),
  node('CF1-E2', 'CF1', 3, 'Chambre froide 1, étagère 2'),
  node('CF1-E2-B07', 'CF1-E2', 4, 'Chambre froide 1, étagère 2, boîte 7'),
  node('SERRE', 'SITE', 1, 'Serre'),
  node('SERRE-B07', 'SERRE', 2, 'Tablette 7'),
];

describe('the tree of places', () => {
  it('gives each place the way to it, without what is said already', () => {
    const box = placesOf(TREE).find((place) => place.code === 'CF1-E2-B07');
    expect(box?.path).toEqual(['Bâtiment A', 'Chambre froide 1, 4 °C', 'Étagère 2', 'Boîte 7']);
  });

  it('keeps the site in the path when there are several', () => {
    const places = placesOf([...TREE, node('AUTRE', null, 0, 'Autre site')]);
    expect(places.find((place) => place.code === 'SERRE')?.path).toEqual(['Jardin du conservatoire', 'Serre']);
    expect(places.find((place) => place.code === 'AUTRE')?.path).toEqual(['Autre site']);
  });

  it('leaves a name that says nothing twice as it is', () => {
    expect(shortName('Serre 1, tempérée', 'Bâtiment B')).toBe('Serre 1, tempérée');
    expect(shortName('Serre 1', 'Serre 1')).toBe('Serre 1');
    expect(shortName('Serre', undefined)).toBe('Serre');
  });

  it('is searched by words of the path, whatever their order, case and accents', () => {
    const codes = (text: string) => placesNamed(placesOf(TREE), text).map((place) => place.code);
    expect(codes('boite batiment')).toEqual(['CF1-E2-B07']);
    expect(codes('ETAGERE')).toEqual(['CF1-E2', 'CF1-E2-B07']);
    expect(codes('nulle part')).toEqual([]);
    expect(codes('')).toHaveLength(TREE.length);
  });

  it('puts first the place whose code starts with what is typed', () => {
    const codes = placesNamed(placesOf([...TREE, node('B07', 'SITE', 1, 'Bac')]), 'b07').map((place) => place.code);
    expect(codes).toEqual(['B07', 'CF1-E2-B07', 'SERRE-B07']);
  });
});
