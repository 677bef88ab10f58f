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
    const body = isJson ? ((await response.json()) as Partial<ProblemDocument>) : null;
    // A proxy answers documents of its own.
    return new Problem(response.status, body?.type === undefined ? null : (body as ProblemDocument));
  }

  static from(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(0, null);
  }
}
