import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { FaceFolder } from '../factories/face-dataset.js';
import { type TestApi, useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';

/** A picture as the API shows it. */
export interface SeenPicture {
  path: string;
  row: number | null;
  split: string;
  label: string | null;
  pixelSha: string | null;
  url: string | null;
}

/** A finding as the API shows it. */
export interface SeenFinding {
  code: string;
  severity: string;
  split: string;
  count: number;
  firstRow: number | null;
  message: string;
  remedy: string | null;
  rows: number[];
  pairs: { distance: number; a: SeenPicture; b: SeenPicture }[];
  pictures: SeenPicture[];
  accepted: boolean;
  acceptable: boolean;
  holds: boolean;
}

/** A report as the API shows it. */
export interface SeenReport {
  verdict: string;
  usableTraining: number;
  usableValidation: number;
  digest: string;
  findings: SeenFinding[];
}

const PICTURE = 'path row split label pixelSha url';
export const FINDING = `code severity split count firstRow message remedy rows pairs { distance a { ${PICTURE} } b { ${PICTURE} } } pictures { ${PICTURE} } accepted acceptable holds`;
const REPORT = `query ($key: String!) { dataset(key: $key) { id key classNames report { verdict usableTraining usableValidation digest findings { ${FINDING} } } } }`;
export const IMPORT = `mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { dataset { id key classNames report { verdict } } userErrors { code message path } } }`;
export const VALIDATE = `mutation ($key: String!) { validateDataset(key: $key) { dataset { key } userErrors { code message path } } }`;

/** An API with a worker and a scratch folder that is an import root. */
export function useDataScene(moreRoots: string[] = []) {
  const scratch = mkdtempSync(join(tmpdir(), 'untoil-data-'));
  const importRoots = [scratch, ...moreRoots];
  const api = useApi({ importRoots });
  const worker = useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, importRoots }));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const report = async (key: string): Promise<SeenReport> => (await read(api, key)).report;
  const validate = async (key: string): Promise<SeenReport> => {
    await api.must(VALIDATE, { key });
    await worker.drain();
    return report(key);
  };
  return {
    api,
    worker,
    scratch,
    report,
    validate,
    /** A drawn dataset in a folder of its own. */
    drawn: (name: string, people?: number, training?: number, validation?: number) =>
      FaceFolder.drawn(join(scratch, name), people, training, validation),
    /** Imports both manifests of a folder. */
    async bring(key: string, folder: FaceFolder, more: object = {}): Promise<void> {
      folder.write();
      const input = {
        key,
        root: folder.root,
        trainingManifest: 'training.csv',
        validationManifest: 'validation.csv',
        ...more,
      };
      await api.must(IMPORT, { input });
    },
    /** Imports and checks. */
    async judged(key: string, folder: FaceFolder, more: object = {}): Promise<SeenReport> {
      await this.bring(key, folder, more);
      return validate(key);
    },
  };
}

/** A dataset with its report. */
export const read = async (api: TestApi, key: string) => (await api.must(REPORT, { key })).dataset;

/** The finding with this code, or a failure that lists what there is. */
export function findingOf(report: SeenReport | SeenFinding[], code: string, split?: string): SeenFinding {
  const list = Array.isArray(report) ? report : report.findings;
  const found = list.find((one) => one.code === code && (split === undefined || one.split === split));
  if (!found)
    throw new Error(
      `no ${code}${split ? ` of ${split}` : ''} among ${list.map((one) => `${one.code}/${one.split}`).join(', ')}`,
    );
  return found;
}

/** Every code with its severity, sorted. */
export const codesOf = (report: SeenReport): string[] =>
  report.findings.map((one) => `${one.severity} ${one.code} ${one.split}`).sort();
