import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DriverContract } from 'flydrive/types';
import type { Config } from '../config/config.js';
import { DurableFsDriver } from './durable-fs.driver.js';
import { FlydriveObjectStore } from './flydrive-object-store.js';
import type { ObjectStore } from './object-store.js';

type S3Settings = Pick<
  Config,
  's3Endpoint' | 's3Bucket' | 's3Region' | 's3AccessKeyId' | 's3SecretAccessKey'
>;

// Loaded only where it is used: the client alone costs a quarter of a second at start.
async function openS3(settings: S3Settings): Promise<DriverContract> {
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new S3Driver({
    endpoint: settings.s3Endpoint,
    region: settings.s3Region,
    bucket: settings.s3Bucket ?? '',
    credentials: {
      accessKeyId: settings.s3AccessKeyId ?? '',
      secretAccessKey: settings.s3SecretAccessKey ?? '',
    },
    forcePathStyle: true,
    supportsACL: false,
    visibility: 'private',
    // The client's own checksums travel in a form that several S3-compatible servers store into the object.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** The object store that the configuration asks for: a folder of the data folder, or a bucket that machines share. */
export function openObjectStore(config: S3Settings & Pick<Config, 'dataDir'>): ObjectStore {
  if (!config.s3Endpoint) {
    const root = join(config.dataDir, 'objects');
    return new FlydriveObjectStore(new DurableFsDriver(root), join(root, '.spool'));
  }
  let opened: Promise<DriverContract> | undefined;
  const open = (): Promise<DriverContract> => {
    opened ??= openS3(config);
    return opened;
  };
  return new FlydriveObjectStore(open, join(tmpdir(), 'untoil-spool'));
}
