import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Api } from '../api.js';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';

/** Fetches the files of a version; a file whose digest differs is not kept. */
export const downloadModel = async (
  { terminal }: Context,
  api: Api,
  id: string,
  folder: string,
): Promise<void> => {
  const { node } = await api.query<{
    node: { files: { kind: string; name: string; bytes: number; sha256: string; url: string }[] } | null;
  }>('query F($id: ID!) { node(id: $id) { ... on ModelVersion { files { kind name bytes sha256 url } } } }', {
    id,
  });
  const files = node?.files ?? [];
  mkdirSync(folder, { recursive: true });
  for (const file of files) {
    terminal.progress(`${file.name} ${file.bytes} bytes`);
    const response = await api.fetch(new URL(file.url, `${api.settings.url}/`).pathname);
    if (!response.ok) throw new Failure(`${file.name}: the server answered ${response.status}.`);
    const data = Buffer.from(await response.arrayBuffer());
    const sha256 = createHash('sha256').update(data).digest('hex');
    if (sha256 !== file.sha256)
      throw new Failure(`${file.name}: what came is not what was promised (SHA-256 differs).`);
    const target = join(folder, basename(file.name));
    writeFileSync(`${target}.part`, data);
    renameSync(`${target}.part`, target);
  }
  terminal.progressDone();
  terminal.rows(
    files,
    ['file', 'bytes', 'sha256'],
    files.map((file) => [join(folder, basename(file.name)), String(file.bytes), file.sha256]),
    'This version has no files.',
  );
};
