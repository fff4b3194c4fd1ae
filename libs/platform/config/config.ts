import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { SETTINGS, type SettingName } from './settings.js';

/** The whole configuration of a process: parsed once at boot, never changed after. */
export type Config = { readonly [N in SettingName]: z.output<(typeof SETTINGS)[N]['schema']> } & {
  /** Whether PORT was chosen by somebody, so that no other port may be taken instead. */
  readonly portIsFixed: boolean;
};

/** Injection token of the configuration. */
export const CONFIG = 'untoil:config';

/** Exit status of a process whose configuration is wrong (sysexits EX_CONFIG). */
export const EXIT_BAD_CONFIGURATION = 78;

/** Names every faulty variable and what would be right, never the value. */
export class ConfigurationError extends Error {
  constructor(readonly faults: string[]) {
    super(
      `The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n- ${faults.join('\n- ')}`,
    );
    this.name = 'ConfigurationError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration from the environment; throws ConfigurationError that lists all faults together. */
export function loadConfig(environment: Environment = process.env): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const raw = read(environment, setting.variable, faults);
    const result = setting.schema.safeParse(raw);
    if (result.success) values[name] = result.data;
    else faults.push(`${setting.variable}: ${result.error.issues.map((issue) => issue.message).join(', ')}`);
  }
  if (values.s3Endpoint && !(values.s3Bucket && values.s3AccessKeyId && values.s3SecretAccessKey)) {
    faults.push(
      'UNTOIL_S3_ENDPOINT: needs UNTOIL_S3_BUCKET, UNTOIL_S3_ACCESS_KEY_ID and UNTOIL_S3_SECRET_ACCESS_KEY too',
    );
  }
  if (faults.length > 0) throw new ConfigurationError(faults);
  return Object.freeze({ ...values, portIsFixed: Boolean(environment.PORT) }) as Config;
}

// An empty variable counts as not set: that is how compose files and shells leave things out.
function read(environment: Environment, variable: string, faults: string[]): string | undefined {
  const direct = environment[variable] || undefined;
  const file = environment[`${variable}_FILE`] || undefined;
  if (direct !== undefined && file !== undefined)
    faults.push(`${variable}: set it or ${variable}_FILE, not both`);
  if (direct !== undefined || file === undefined) return direct;
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '') || undefined;
  } catch {
    faults.push(`${variable}_FILE: the file cannot be read`);
    return undefined;
  }
}
