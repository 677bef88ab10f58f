import { HttpClient } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { BehaviorSubject, Observable } from 'rxjs';
import { tap } from 'rxjs/operators';
import { ConfigService } from './config.service';

/** An item of /gn_commons/modules: what the menu, the routes and the modules read of it. */
export interface Module {
  module_code: string;
  module_label: string;
  module_path: string;
  module_url: string;
  module_external_url: string;
  module_target: string;
  module_picto: string;
  active_frontend: boolean;
  ng_module: string | null;
  cruved: Record<string, number>;
}

@Injectable({ providedIn: 'root' })
export class ModuleService {
  modules?: Module[];
  readonly currentModule$ = new BehaviorSubject<Module | null>(null);

  constructor(private http: HttpClient, private config: ConfigService) {}

  get currentModule(): Module | null {
    return this.currentModule$.value;
  }

  loadModules(): Observable<Module[]> {
    return this.http
      .get<Module[]>(`${this.config.API_ENDPOINT}/gn_commons/modules`)
      .pipe(tap((modules) => (this.modules = modules)));
  }

  getModule(code: string): Module | undefined {
    return this.modules?.find((module) => module.module_code === code);
  }

  getDisplayedModules(): Module[] {
    return (this.modules ?? []).filter(
      (module) => module.module_code !== 'GEONATURE' && (module.active_frontend || module.module_external_url)
    );
  }
}
