import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Params, Router } from '@angular/router';

/**
 * Filters and sort of a list, kept in the address: a link to a list is the list as it is seen.
 * Provided by each list's screen.
 */
@Injectable()
export class ListState {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly query = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  /** One text for one state: what a list depends on. */
  readonly key = computed(() => {
    const query = this.query();
    return [...query.keys].sort().map((name) => `${name}=${query.get(name) ?? ''}`).join('&');
  });

  readonly sort = computed(() => this.query().get('sort'));

  /** A filter's value, null when it is not set. */
  get(name: string): string | null {
    return this.query().get(name);
  }

  number(name: string): number | undefined {
    const text = this.get(name);
    const value = text === null ? NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    return this.get(name) === 'true' ? true : undefined;
  }

  text(name: string): string | undefined {
    return this.get(name) ?? undefined;
  }

  /** How many filters are set, `sort` and the names given left out. */
  active(...except: string[]): number {
    return this.query().keys.filter((name) => name !== 'sort' && !except.includes(name)).length;
  }

  /** Sets filters; null, undefined and empty take one away. `replace` leaves no step to go back to. */
  set(changes: Record<string, string | number | boolean | null | undefined>, replace = false): Promise<boolean> {
    const queryParams: Params = {};
    for (const [name, value] of Object.entries(changes)) {
      queryParams[name] = value === '' || value === undefined || value === false ? null : value;
    }
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: replace,
    });
  }

  /** Takes every filter away, but those named. */
  clear(...except: string[]): Promise<boolean> {
    const kept = except.map((name) => [name, this.get(name)] as const).filter(([, value]) => value !== null);
    return this.router.navigate([], { relativeTo: this.route, queryParams: Object.fromEntries(kept) });
  }

  /** The sort after a click on a column: upwards, downwards, none. */
  toggleSort(column: string): Promise<boolean> {
    const next = this.sort() === column ? `-${column}` : this.sort() === `-${column}` ? null : column;
    return this.set({ sort: next });
  }
}
