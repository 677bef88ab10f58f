import { Routes } from '@angular/router';
import { EditStep } from '@app/counting/steps/edit-step';
import { leaveGuard } from '@ui/form/form-session';
import { CountPage } from './count/count';
import { EditTest } from './edit/edit';
import { SeedTests } from './list/tests';
import { Wizard } from './new/wizard';
import { SeedTestPage } from './record/test';

export default [
  { path: '', component: SeedTests },
  { path: 'new', canDeactivate: [leaveGuard], component: Wizard },
  { path: ':uuid', component: SeedTestPage },
  { path: ':uuid/count', canDeactivate: [leaveGuard], component: CountPage },
  { path: ':uuid/edit', canDeactivate: [leaveGuard], component: EditTest },
  { path: ':uuid/steps/new', data: { kind: 'seed-tests' }, canDeactivate: [leaveGuard], component: EditStep },
  { path: ':uuid/steps/:step', data: { kind: 'seed-tests' }, canDeactivate: [leaveGuard], component: EditStep },
] satisfies Routes;
