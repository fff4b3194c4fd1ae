import { z } from 'zod';
import { defineJob } from '#platform';

const checkId = z.string();

/** Reads the manifests of a check and fans the rows out. */
export const datasetValidate = defineJob({
  name: 'dataset.validate',
  schema: z.object({ checkId }),
  uniqueKey: (payload) => payload.checkId,
});

/** Reads the pictures of one stretch of rows and measures them. */
export const datasetCheckChunk = defineJob({
  name: 'dataset.check-chunk',
  schema: z.object({ checkId, chunk: z.number().int().nonnegative() }),
  uniqueKey: (payload) => `${payload.checkId}:${payload.chunk}`,
});

/** Compares all rows of a check with each other and writes the report. */
export const datasetFinishCheck = defineJob({
  name: 'dataset.finish-check',
  schema: z.object({ checkId }),
  uniqueKey: (payload) => payload.checkId,
  expireInSeconds: 3 * 3600,
});

/** Deletes packed splits that nothing needs any more. */
export const datasetSweep = defineJob({
  name: 'dataset.sweep',
  schema: z.object({}),
  uniqueKey: () => 'all',
});

/** Rows that one chunk job reads: some seconds of work, and a few megabytes. */
export const CHUNK_ROWS = 500;

/** The jobs of datasets. */
export const datasetJobs = [datasetValidate, datasetCheckChunk, datasetFinishCheck, datasetSweep];
