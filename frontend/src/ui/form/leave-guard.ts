import { CanDeactivateFn } from '@angular/router';

/** Guard of a form's route: its component says whether one may leave. */
export const leaveGuard: CanDeactivateFn<{ mayLeave(): Promise<boolean> | boolean }> = (screen) => screen.mayLeave();
