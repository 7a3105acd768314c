import { NOTHING } from '../../src/dashboards/distribution.ts';
import { placeUnits, type UnitCounts } from '../../src/dashboards/peer-groups.ts';

const unit = (name: string, kind: string, red: number, green: number): UnitCounts => ({ id: 0, name, kind, counts: { ...NOTHING, red, green } });

describe('units among their peers', () => {
  const units = [unit('市商务局', 'government', 2, 8), unit('市发展改革委', 'government', 5, 5), unit('市教育局', 'party', 1, 3), unit('雨花区', 'district', 6, 0), unit('湘江新区', 'platform', 0, 6), unit('市妇联', 'mass', 1, 4), unit('市统计局', 'government', 0, 0)];

  test('are ordered by the share of red among all they lead', () => {
    expect(placeUnits(units, 'city').map((u) => [u.name, u.place, u.n])).toEqual([['市发展改革委', 1, 10], ['市商务局', 2, 10], ['市妇联', 2, 5], ['市教育局', null, 4]]);
  });

  test('are compared with districts only where they are districts, with parks only where they are parks', () => {
    expect([placeUnits(units, 'district'), placeUnits(units, 'park')].map((group) => group.map((u) => u.name))).toEqual([['雨花区'], ['湘江新区']]);
  });
});
