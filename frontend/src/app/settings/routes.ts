import { Routes } from '@angular/router';
import { Thresholds } from './thresholds';

export default [{ path: '', component: Thresholds }] satisfies Routes;
