import { Schemas } from '@api/api';
import { firstOpen, forestOf, lotsIn, sifted, wayTo, withinPlace } from './forest';

const node = (uuid: string, parent: string | null, label: string, lots = 0): Schemas['PlaceNode'] => ({
  uuid,
  parent,
  code: uuid.toUpperCase(),
  label,
  depth: 0,
  kind: 'other',
  archived: false,
  lots,
  lots_below: 0,
});
const NODES = [
  node('gap', null, 'Site de Gap'),
  node('bat', 'gap', 'Bâtiment A'),
  node('cf1', 'bat', 'Chambre froide 1'),
  node('cf1-e1', 'cf1', 'Chambre froide 1, étagère 1'),
  node('b1', 'cf1-e1', 'Chambre froide 1, étagère 1, boîte 1', 3),
  node('cong', 'bat', 'Congélateur 1'),
  node('ser', 'gap', 'Serre'),
];

describe('the tree of places', () => {
  it('holds each place in the one above, under a short name', () => {
    const [gap] = forestOf(NODES);
    expect(gap?.children.map((place) => place.uuid)).toEqual(['bat', 'ser']);
    expect(gap?.children[0]?.children[0]?.children[0]?.children[0]?.name).toBe('Boîte 1');
  });

  it('keeps one whose holder may not be read', () => {
    expect(forestOf([node('a', 'hidden', 'A')]).map((place) => place.uuid)).toEqual(['a']);
  });

  it('opens at first down to where there is a choice', () => {
    expect([...firstOpen(forestOf(NODES))]).toEqual(['gap', 'bat']);
    expect([...firstOpen(forestOf([node('a', null, 'A'), node('b', null, 'B')]))]).toEqual([]);
  });

  it('finds by any words of the code or the label, without accents, and opens the way', () => {
    const found = sifted(forestOf(NODES), 'boite etagere');
    expect(found.found).toBe(1);
    expect([...found.open].sort()).toEqual(['bat', 'cf1', 'cf1-e1', 'gap']);
    expect(found.places[0]?.children.map((place) => place.uuid)).toEqual(['bat']);
    expect(sifted(forestOf(NODES), 'rien').places).toEqual([]);
  });

  it('keeps what a found place holds when nothing in it is found', () => {
    const [gap] = sifted(forestOf(NODES), 'congélateur').places;
    expect(gap?.children[0]?.children.map((place) => place.uuid)).toEqual(['cong']);
  });

  it('knows the way to a place and what is within it', () => {
    expect(wayTo(NODES, 'b1').map((place) => place.uuid)).toEqual(['gap', 'bat', 'cf1', 'cf1-e1', 'b1']);
    expect(wayTo(NODES, 'nowhere')).toEqual([]);
    expect([...withinPlace(NODES, 'cf1')].sort()).toEqual(['b1', 'cf1', 'cf1-e1']);
  });

  it('counts the lots of a place and of those below', () => {
    expect(lotsIn({ lots: 3, lots_below: 2 })).toBe(5);
  });
});
