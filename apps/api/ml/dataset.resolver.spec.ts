import { describe, expect, it } from 'vitest';
import type { DataReport, Dataset } from '#ml';
import type { Loaders } from '../graphql/loaders.js';
import { DatasetResolver } from './dataset.resolver.js';

const report: DataReport = {
  verdict: 'PASS',
  usableTraining: 1,
  usableValidation: 1,
  findings: [],
  digest: 'd',
};

describe('a dataset whose check ends while it is being read', () => {
  it('is either being checked or has the report: never neither', async () => {
    const resolver = new DatasetResolver(...([] as unknown as ConstructorParameters<typeof DatasetResolver>));
    // Read while the check still ran; it had finished when its fields were resolved.
    const dataset = { id: 'ds_1', key: 'faces', checkId: null } as Dataset;
    const loaders = {
      checkState: { load: async () => ({ checking: false, checkId: 'chk_1' }) },
      dataReport: { load: async (id: string) => (id === 'chk_1' ? report : null) },
    } as unknown as Loaders;
    expect(await resolver.checking(dataset, loaders)).toBe(false);
    expect(await resolver.report(dataset, loaders)).toEqual(report);
  });
});
