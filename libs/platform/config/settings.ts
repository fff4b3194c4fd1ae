import { resolve } from 'node:path';
import { z } from 'zod';

/** One setting: how it is called outside, what it may hold, and what it is for. docs/configuration.md is made from these. */
export interface Setting<T = unknown> {
  readonly variable: string;
  readonly schema: z.ZodType<T>;
  /** What applies when it is not set, in words for the documentation. */
  readonly fallback: string;
  readonly secret: boolean;
  readonly about: string;
}

const setting = <T>(
  variable: string,
  schema: z.ZodType<T>,
  fallback: string,
  about: string,
  secret = false,
): Setting<T> => ({ variable, schema, fallback, about, secret });

const text = z.string().min(1);
const optional = text.optional();
const url = (protocols: RegExp) => z.url({ protocol: protocols }).optional();
const whole = (low: number, high: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(low).max(high))
    .default(fallback);
const list = (separator: string) =>
  z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(separator)
        .map((part) => part.trim())
        .filter(Boolean),
    );
const printable = z
  .string()
  .regex(/^[\x20-\x7e]{32,}$/, 'must be 32 or more printable characters')
  .optional();

/** Every setting of Untoil, by its place in the configuration. Each also works as VARIABLE_FILE, naming a file that holds it. */
export const SETTINGS = {
  port: setting(
    'PORT',
    whole(1, 65_535, 8080),
    '8080, or the next free port',
    'Port of the API and the pages.',
  ),
  host: setting(
    'UNTOIL_HOST',
    text.default('127.0.0.1'),
    '127.0.0.1',
    'Address to listen on; 0.0.0.0 opens it to the network.',
  ),
  publicUrl: setting(
    'UNTOIL_PUBLIC_URL',
    url(/^https?$/),
    'http://HOST:PORT',
    'How browsers reach Untoil; https turns secure cookies on.',
  ),
  allowedHosts: setting(
    'UNTOIL_ALLOWED_HOSTS',
    list(','),
    'loopback names and the host of UNTOIL_PUBLIC_URL',
    'Further Host headers to answer, separated by commas (guards against DNS rebinding).',
  ),
  dataDir: setting(
    'UNTOIL_DATA_DIR',
    text.default('.untoil').transform((path) => resolve(path)),
    '.untoil',
    'Folder for the database, stored objects, engines and logs.',
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    url(/^postgres(ql)?$/),
    'an embedded PostgreSQL in the data folder',
    'Your own PostgreSQL (15 or newer).',
    true,
  ),
  adminToken: setting(
    'UNTOIL_ADMIN_TOKEN',
    printable,
    'none',
    'An admin API token that exists from the first second: any 32 or more printable characters.',
    true,
  ),
  importRoots: setting(
    'UNTOIL_IMPORT_ROOTS',
    list(':').transform((roots) => roots.map((root) => resolve(root))),
    'none',
    'Folders that datasets may be read from, separated by colons.',
  ),
  ratePerMinute: setting(
    'UNTOIL_RATE_LIMIT',
    whole(600, 1_000_000, 1200),
    '1200',
    'Requests a minute for one token or session (600 at least).',
  ),
  rememberMinutes: setting(
    'UNTOIL_REMEMBER_MINUTES',
    whole(0, 1440, 60),
    '60',
    'Minutes for which the picture of a prediction stays in memory, so that feedback can name the prediction; 0: not at all.',
  ),
  rememberMib: setting(
    'UNTOIL_REMEMBER_MIB',
    whole(0, 4096, 64),
    '64',
    'Most MiB of such pictures in each serving process; the oldest are forgotten first.',
  ),
  secretKey: setting(
    'UNTOIL_SECRET_KEY',
    printable,
    'made once and kept in the data folder',
    'Encrypts stored secrets (32 or more printable characters); share it between machines.',
    true,
  ),
  previousSecretKey: setting(
    'UNTOIL_SECRET_KEY_OLD',
    printable,
    'none',
    'The key before, while secrets are being re-encrypted.',
    true,
  ),
  logLevel: setting(
    'LOG_LEVEL',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
    'info',
    'Least severity that is logged.',
  ),
  engine: setting(
    'UNTOIL_ENGINE',
    z.enum(['auto', 'native', 'wasm']).default('auto'),
    'auto',
    'Training engine; auto takes the fastest that loads.',
  ),
  engineThreads: setting(
    'UNTOIL_ENGINE_THREADS',
    whole(1, 64, 0).or(z.literal(0)),
    'one for each processor, at most 8',
    'Threads that train; with TensorFlow part of what makes a run bit-identical.',
  ),
  servingEngine: setting(
    'UNTOIL_SERVING_ENGINE',
    z.enum(['auto', 'native', 'wasm']).default('auto'),
    'auto',
    'Engine that answers predictions; auto takes TensorFlow where it drives a GPU, else WebAssembly.',
  ),
  retrainBaselineMinutes: setting(
    'UNTOIL_RETRAIN_BASELINE_MINUTES',
    whole(1, 10_000, 30),
    '30',
    'Hands-on minutes that one manual retraining is assumed to take where nobody has logged any; what the log says comes first.',
  ),
  s3Endpoint: setting(
    'UNTOIL_S3_ENDPOINT',
    url(/^https?$/),
    'objects on disk',
    'S3-compatible object storage; needed when several machines share the work.',
  ),
  s3Bucket: setting('UNTOIL_S3_BUCKET', optional, 'none', 'Bucket of the object storage.'),
  s3Region: setting(
    'UNTOIL_S3_REGION',
    text.default('us-east-1'),
    'us-east-1',
    'Region of the object storage.',
  ),
  s3AccessKeyId: setting(
    'UNTOIL_S3_ACCESS_KEY_ID',
    optional,
    'none',
    'Access key of the object storage.',
    true,
  ),
  s3SecretAccessKey: setting(
    'UNTOIL_S3_SECRET_ACCESS_KEY',
    optional,
    'none',
    'Secret key of the object storage.',
    true,
  ),
  githubToken: setting(
    'UNTOIL_GITHUB_TOKEN',
    optional,
    'none',
    'Token for reading issues and writing deployments and releases.',
    true,
  ),
  githubApiUrl: setting(
    'UNTOIL_GITHUB_API_URL',
    z.url({ protocol: /^https?$/ }).default('https://api.github.com'),
    'https://api.github.com',
    'GitHub REST address (GitHub Enterprise has its own).',
  ),
  githubWebhookSecret: setting(
    'UNTOIL_GITHUB_WEBHOOK_SECRET',
    optional,
    'none: deliveries are refused',
    'Secret that GitHub signs webhook deliveries with.',
    true,
  ),
  alertmanagerToken: setting(
    'UNTOIL_ALERTMANAGER_TOKEN',
    optional,
    'an API token of role MEMBER',
    'Bearer token that Alertmanager sends.',
    true,
  ),
  outboundReach: setting(
    'UNTOIL_OUTBOUND',
    z.enum(['any', 'public']).default('any'),
    'any',
    'Where alert channels may reach: any (the local network too) or public addresses only. Link-local and metadata addresses are never called.',
  ),
  smtpUrl: setting(
    'UNTOIL_SMTP_URL',
    url(/^smtps?$/),
    'no e-mail',
    'Mail server for alert e-mails, invitations, password links and survey reminders.',
    true,
  ),
  mailFrom: setting(
    'UNTOIL_MAIL_FROM',
    text.default('untoil@localhost'),
    'untoil@localhost',
    'Sender of e-mails.',
  ),
} as const satisfies Record<string, Setting>;

/** The name of a setting inside the code. */
export type SettingName = keyof typeof SETTINGS;
