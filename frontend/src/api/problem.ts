import type { components } from './schema.gen';

export type ProblemDocument = components['schemas']['ProblemDocument'];

/** What the service refused, or that it did not answer (`status` 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly document: ProblemDocument | null,
  ) {
    super(document?.detail ?? `HTTP ${status}`);
  }

  /** The end of `urn:gn-exsitu:problem:…`. */
  get kind(): string {
    return this.document?.type.split(':').at(-1) ?? (this.status === 0 ? 'unreachable' : 'unknown');
  }

  static async of(response: Response): Promise<Problem> {
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return new Problem(response.status, isJson ? ((await response.json()) as ProblemDocument) : null);
  }

  static from(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(0, null);
  }
}
