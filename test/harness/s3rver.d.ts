declare module 's3rver' {
  import type { Server } from 'node:http';

  /** A small S3-compatible server for tests. */
  export default class S3rver {
    constructor(options: {
      port: number;
      address: string;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string; configs: string[] }[];
    });
    httpServer: Server;
    run(): Promise<{ address: string; port: number }>;
  }
}
