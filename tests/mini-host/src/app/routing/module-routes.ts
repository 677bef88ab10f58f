import { inject } from '@angular/core';
import { CanActivateFn, Route, Router } from '@angular/router';
import { ToastrService } from 'ngx-toastr';
import { Module, ModuleService } from '../services/module.service';

/** The module must be among those of the user; it becomes the current one. */
const moduleGuard: CanActivateFn = ({ data }) => {
  const modules = inject(ModuleService);
  const module = modules.getModule(data['module_code']);
  if (!module) {
    inject(ToastrService).error(`Vous n'avez pas accès au module ${data['module_code']}`);
    return inject(Router).parseUrl('/');
  }
  modules.currentModule$.next(module);
  return true;
};

const routeOf = ({ module_code, module_label, module_path, ng_module }: Module): Route => ({
  path: module_path,
  loadChildren: () =>
    import(`../../../external_modules/${ng_module}/app/gnModule.module`).then((file) => file.GeonatureModule),
  canActivate: [moduleGuard],
  data: { module_code, module_label },
});

/** Adds a route for each module that has Angular code, before the page "not found". */
export function addRoutes(router: Router, modules: Module[]): void {
  const shell = router.config.find(({ path }) => path === '');
  shell?.children?.unshift(...modules.filter(({ ng_module }) => ng_module).map(routeOf));
  router.resetConfig(router.config);
}
