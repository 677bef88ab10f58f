import { Routes } from '@angular/router';
import { Kit } from './kit';

export default [{ path: '', component: Kit }] satisfies Routes;
