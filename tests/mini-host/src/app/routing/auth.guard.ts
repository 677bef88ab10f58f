import { inject } from '@angular/core';
import { CanActivateChildFn, Router } from '@angular/router';
import { AuthService } from '../services/auth.service';
import { ModuleService } from '../services/module.service';
import { addRoutes } from './module-routes';

/** Whoever has no session goes to the login page; the routes of the modules are made at the first passage. */
export const authGuard: CanActivateChildFn = async (_route, { url }) => {
  const auth = inject(AuthService);
  const modules = inject(ModuleService);
  const router = inject(Router);
  if (!auth.isLoggedIn() && !(await auth.renew().toPromise())) {
    const next = new URL(`#${url}`, window.location.href).href;
    return router.createUrlTree(['/login'], { queryParams: { next } });
  }
  if (modules.modules) return true;
  addRoutes(router, await modules.loadModules().toPromise());
  return router.parseUrl(url);
};
