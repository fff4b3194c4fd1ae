import { createHash } from 'node:crypto';

/** The bucket 0..99 of a request: first 4 bytes (big endian) of sha256(requestKey + deploymentId), modulo 100. */
export function bucketOf(requestKey: string, deploymentId: string): number {
  return createHash('sha256').update(requestKey).update(deploymentId).digest().readUInt32BE(0) % 100;
}

/** Whether the canary answers this request; the same key gets the same answer for the whole deployment. */
export const goesToCanary = (requestKey: string, deploymentId: string, percent: number): boolean =>
  bucketOf(requestKey, deploymentId) < percent;
