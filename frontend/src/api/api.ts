import { Injectable, inject } from '@angular/core';
import createClient from 'openapi-fetch';
import { authorizedFetch } from '@host/fetch';
import { HOST, LANGUAGE } from '@host/tokens';
import { Problem } from './problem';
import type { components, paths } from './schema.gen';

export type Schemas = components['schemas'];

/**
 * The service, typed by its own document. A call answers its data or throws a `Problem`:
 * `const lot = await answer(this.api.GET('/v1/seed-lots/{uuid}', { params: { path: { uuid } } }));`
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly host = inject(HOST);
  private readonly fetch = authorizedFetch(this.host, inject(LANGUAGE));
  private readonly client = createClient<paths>({
    baseUrl: this.host.apiUrl,
    fetch: (request) => this.send(request),
    // The API's lists of values are separated by commas.
    querySerializer: { array: { style: 'form', explode: false } },
  });

  readonly GET = this.client.GET;
  readonly POST = this.client.POST;
  readonly PUT = this.client.PUT;
  readonly PATCH = this.client.PATCH;
  readonly DELETE = this.client.DELETE;

  private async send(request: Request): Promise<Response> {
    let response: Response;
    try {
      response = await this.fetch(request);
    } catch (error) {
      if (request.signal.aborted) throw error;
      throw new Problem(0, null);
    }
    if (!response.ok) throw await Problem.of(response);
    return response;
  }

  /** What a list or a record is in another format, for a file: a link could not carry the token. */
  async download(path: string): Promise<Blob> {
    const response = await this.send(new Request(new URL(`${this.host.apiUrl}${path}`, document.baseURI)));
    return response.blob();
  }
}

/** The data of an answer; a refusal was thrown before. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** The header of a change of what was read at this version. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** The header that makes a POST sent twice be done once. */
export function idempotent(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}
