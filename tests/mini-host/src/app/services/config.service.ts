import { HttpClient } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { Observable } from 'rxjs';
import { switchMap, tap } from 'rxjs/operators';

/** The answer of /gn_commons/config, merged on the service as GeoNature does. */
@Injectable({ providedIn: 'root' })
export class ConfigService {
  API_ENDPOINT = '';
  DEFAULT_LANGUAGE?: string;
  EXSITU?: { API_URL?: string };

  constructor(private http: HttpClient) {}

  load(): Observable<object> {
    return this.http.get<{ API_ENDPOINT: string }>('assets/config.json').pipe(
      switchMap(({ API_ENDPOINT }) => this.http.get<object>(`${API_ENDPOINT}/gn_commons/config`)),
      tap((config) => Object.assign(this, config))
    );
  }
}
