import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { EditLot } from './form/edit-lot';
import { NewLot } from './form/new-lot';
import { LotList } from './list/lot-list';
import { LotRecord } from './record/lot-record';

export default [
  { path: '', pathMatch: 'full', component: LotList },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    component: NewLot,
  },
  { path: ':uuid', component: LotRecord },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    component: EditLot,
  },
] satisfies Routes;
