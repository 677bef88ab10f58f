import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { EditHarvest } from './form/edit-harvest';
import { NewHarvest } from './form/new-harvest';
import { HarvestList } from './list/harvest-list';
import { HarvestRecord } from './record/harvest-record';

export default [
  { path: '', pathMatch: 'full', component: HarvestList },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    component: NewHarvest,
  },
  { path: ':uuid', component: HarvestRecord },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    component: EditHarvest,
  },
] satisfies Routes;
