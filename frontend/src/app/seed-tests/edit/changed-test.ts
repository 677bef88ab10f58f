import { Api, answer } from '@api/api';
import { Problem } from '@api/problem';
import type { SeedTestRecord } from '../shared/model';

/**
 * A change of a test. A refusal for somebody else's change has the test as lists have it, without how it is
 * done: what the other wrote there is read.
 */
export async function changedTest(api: Api, uuid: string, change: Promise<SeedTestRecord>): Promise<SeedTestRecord> {
  try {
    return await change;
  } catch (error) {
    const { status, document } = Problem.from(error);
    if (status !== 412 || document === null) throw error;
    const current = await answer(api.GET('/v1/seed-tests/{uuid}', { params: { path: { uuid } } }));
    throw new Problem(status, { ...document, current: current as never });
  }
}
