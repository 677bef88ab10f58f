import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { EditPlace } from './form/edit-place';
import { NewPlace } from './form/new-place';
import { HumidityRound } from './humidity-round/humidity-round';
import { PlaceRecord } from './record/place-record';
import { PlaceStockTake } from './stock-take/place-stock-take';
import { Places } from './tree/places';

export default [
  { path: '', pathMatch: 'full', component: Places },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    component: NewPlace,
  },
  { path: ':uuid', component: PlaceRecord },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    component: EditPlace,
  },
  {
    path: ':uuid/stock-take',
    component: PlaceStockTake,
  },
  {
    path: ':uuid/humidity-round',
    component: HumidityRound,
  },
] satisfies Routes;
