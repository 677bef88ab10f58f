import { LocationStrategy, PlatformLocation } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import { HOST } from './tokens';

/**
 * The address of our router inside the host's: the host's router owns the address bar. What we
 * push goes through it, and it says where it went (`wentTo`), so back, forward and deep links
 * have one owner.
 */
@Injectable()
export class HostLocationStrategy extends LocationStrategy {
  private readonly host = inject(HOST);
  private readonly platform = inject(PlatformLocation);
  private inner = this.host.url === '' ? '/' : this.host.url;
  private readonly listeners: ((event: { type: string; state: unknown }) => void)[] = [];

  /** The host's router is at `inner` now. */
  wentTo(inner: string): void {
    const address = inner === '' ? '/' : inner;
    if (address === this.inner) return;
    this.inner = address;
    for (const listener of this.listeners) listener({ type: 'popstate', state: null });
  }

  override path(): string {
    return this.inner;
  }

  override prepareExternalUrl(internal: string): string {
    return `#${this.host.base}${internal === '/' ? '' : internal}`;
  }

  override getState(): unknown {
    return null;
  }

  override pushState(_state: unknown, _title: string, url: string, query: string): void {
    this.go(url, query, false);
  }

  override replaceState(_state: unknown, _title: string, url: string, query: string): void {
    this.go(url, query, true);
  }

  private go(url: string, query: string, replace: boolean): void {
    const address = `${url === '' ? '/' : url}${query === '' || query.startsWith('?') ? query : `?${query}`}`;
    if (address === this.inner && replace) return;
    this.inner = address;
    this.host.navigate(address, replace);
  }

  override forward(): void {
    this.platform.forward();
  }

  override back(): void {
    this.platform.back();
  }

  override historyGo(by = 0): void {
    this.platform.historyGo?.(by);
  }

  override onPopState(listener: (event: { type: string; state: unknown }) => void): void {
    this.listeners.push(listener);
  }

  override getBaseHref(): string {
    return '';
  }
}
