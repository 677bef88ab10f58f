import { Routes } from '@angular/router';
import { leaveGuard } from '@ui/form/form-session';
import { CountPage } from './count/count';
import { EditSowing } from './edit/edit';
import { Sowings } from './list/sowings';
import { Wizard } from './new/wizard';
import { SowingPage } from './record/sowing';
import { EditStep } from '@app/counting/steps/edit-step';

export default [
  { path: '', component: Sowings },
  {
    path: 'new',
    canDeactivate: [leaveGuard],
    component: Wizard,
  },
  { path: ':uuid', component: SowingPage },
  {
    path: ':uuid/count',
    canDeactivate: [leaveGuard],
    component: CountPage,
  },
  {
    path: ':uuid/edit',
    canDeactivate: [leaveGuard],
    component: EditSowing,
  },
  {
    path: ':uuid/steps/new',
    data: { kind: 'sowings' },
    canDeactivate: [leaveGuard],
    component: EditStep,
  },
  {
    path: ':uuid/steps/:step',
    data: { kind: 'sowings' },
    canDeactivate: [leaveGuard],
    component: EditStep,
  },
] satisfies Routes;
