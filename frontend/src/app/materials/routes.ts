import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { EditMaterial } from './form/edit-material';
import { NewMaterial } from './form/new-material';
import { MaterialList } from './list/material-list';
import { MaterialRecord } from './record/material-record';

export default [
  { path: '', pathMatch: 'full', component: MaterialList },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    component: NewMaterial,
  },
  { path: ':uuid', component: MaterialRecord },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    component: EditMaterial,
  },
] satisfies Routes;
