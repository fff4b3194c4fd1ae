import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigurationError, loadConfig } from './config.js';

const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    loadConfig(environment);
  } catch (error) {
    return (error as ConfigurationError).faults;
  }
  return [];
};

describe('loadConfig', () => {
  it('has a default for everything that can have one', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      ratePerMinute: 1200,
      importRoots: [],
      portIsFixed: false,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('lists every fault at once, by variable and without the value', () => {
    const faults = faultsOf({
      PORT: 'eighty',
      UNTOIL_ADMIN_TOKEN: 'hunter2',
      DATABASE_URL: 'mysql://x',
      UNTOIL_RATE_LIMIT: '10',
    });
    expect(faults).toHaveLength(4);
    expect(faults.join()).not.toMatch(/eighty|hunter2|mysql/);
  });

  it('reads a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'untoil-')), 'token');
    writeFileSync(file, `${'t'.repeat(40)}\n`);
    expect(loadConfig({ UNTOIL_ADMIN_TOKEN_FILE: file }).adminToken).toBe('t'.repeat(40));
  });

  it('refuses a variable together with its file, and a file that is not there', () => {
    expect(
      faultsOf({ LOG_LEVEL: 'info', LOG_LEVEL_FILE: '/nowhere', UNTOIL_MAIL_FROM_FILE: '/nowhere' }),
    ).toHaveLength(2);
  });

  it('wants the whole object storage or none of it', () => {
    expect(faultsOf({ UNTOIL_S3_ENDPOINT: 'http://127.0.0.1:9000' })[0]).toContain('UNTOIL_S3_BUCKET');
  });
});
