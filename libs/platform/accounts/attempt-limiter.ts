import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

/** Attempts are counted for a quarter of an hour, in every process together. */
const WINDOW_SECONDS = 900;

/** Lets so many attempts (`points`) of one kind through for each name or address; the kind is the prefix of its rows. */
export const attemptLimiter = (
  dataSource: DataSource,
  keyPrefix: string,
  points: number,
): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: dataSource,
    storeType: 'typeorm',
    tableName: 'sign_in_attempt',
    tableCreated: true,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
    clearExpiredByTimeout: false,
  });
