import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import type { Split } from '../check/finding.js';
import { Tallies, tallyFinding } from '../check/tally.rules.js';
import type { Dataset } from '../dataset/dataset.entity.js';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import { ManifestSource } from '../dataset/manifest-source.js';
import { PathProbe } from '../dataset/path-probe.js';
import { namedPath, PictureSource } from '../dataset/picture-source.js';
import { readRows, shownRow, type UnreadRow } from '../dataset/reading.rules.js';
import { decodePicture } from '../image/decode-picture.js';
import type { PicturePolicy, SizePolicy } from '../image/picture-policy.js';
import { diagnose, type QueueDiagnosis, type Reread } from './diagnosis.rules.js';
import { queueMessage, splitOfQueue } from './error-text.rules.js';
import type { BatchPlan } from './preflight.rules.js';

/** What the doctor is told; everything may be left out. */
export interface QueueQuestion {
  errorText?: string | null;
  plan?: BatchPlan | null;
  batchesServed?: number | null;
  dataset?: string | null;
  /** Instead of the dataset's own: "what if". */
  sizePolicy?: SizePolicy | null;
  expandGrey?: boolean | null;
}

/** A dataset that the question names and that does not exist. */
export class UnknownDatasetError extends Error {
  override name = 'UnknownDatasetError';
}

const AT_ONCE = 4;
// A question is answered within a request: larger datasets are read at evenly spread rows.
const MOST_ROWS = 10_000;
const MOST_TEXT = 100_000;

/** Says why a queue ended, and reads every row of a dataset again, outside of any queue. */
@Injectable()
export class DiagnoseQueue {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
    private readonly manifests: ManifestSource,
    private readonly source: PictureSource,
    private readonly probe: PathProbe,
  ) {}

  /** Throws UnknownDatasetError; never throws on bad data. */
  async diagnose(question: QueueQuestion): Promise<QueueDiagnosis> {
    const errorText = question.errorText?.trim() ? readable(question.errorText) : null;
    return diagnose({
      errorText,
      plan: question.plan ?? null,
      batchesServed: question.batchesServed ?? null,
      reread: question.dataset ? await this.reread(question.dataset, question, errorText) : null,
    });
  }

  private async reread(
    key: string,
    { sizePolicy, expandGrey }: QueueQuestion,
    errorText: string | null,
  ): Promise<Reread> {
    const dataset = await this.datasets.byKey(this.transactions.read, key);
    if (!dataset) throw new UnknownDatasetError(`There is no dataset with the key "${key}".`);
    const named = errorText === null ? null : splitOfQueue(queueMessage(errorText)?.queue ?? '');
    const policy: PicturePolicy = {
      sizePolicy: sizePolicy ?? dataset.sizePolicy,
      expandGrey: expandGrey ?? dataset.expandGrey,
    };
    const uploads = await this.datasets.uploads(this.transactions.read, dataset.id);
    const reading = readRows(
      await this.manifests.read(dataset, 'TRAINING'),
      await this.manifests.read(dataset, 'VALIDATION'),
      uploads,
      dataset.classNames,
    );
    const rows = spread(reading.rows.filter((row) => named === null || row.split === named));
    const tallies = new Tallies(reading.tallies.filter((tally) => named === null || tally.split === named));
    const missing: string[] = [];
    const bad = tallies.all().reduce((sum, tally) => sum + (tally.severity === 'FAIL' ? tally.count : 0), 0);
    let usable = 0;
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      const few = rows.slice(i, i + AT_ONCE);
      const faults = await Promise.all(few.map((row) => this.faults(dataset, row, policy)));
      for (const [j, row] of few.entries()) {
        const stops = faults[j]!.filter((fault) => fault.severity === 'FAIL');
        if (stops.length === 0) usable++;
        for (const fault of stops) {
          tallies.add({ ...fault, split: row.split, line: row.line, picture: shownRow(row) });
          if (fault.code === 'PATH_MISSING') missing.push(row.path);
        }
      }
    }
    const total: Record<Split, number> = { TRAINING: 0, VALIDATION: 0 };
    for (const row of rows) total[row.split]++;
    for (const tally of reading.tallies) if (tally.severity === 'FAIL') total[tally.split] += tally.count;
    const hint =
      dataset.root !== null && missing.length > 0 ? await this.probe.hint(dataset.root, missing) : null;
    const findings = tallies
      .all()
      .map((tally) => tallyFinding(tally, total[tally.split], tally.code === 'PATH_MISSING' ? hint : null));
    return {
      rows: rows.length + bad,
      usable,
      findings: findings.sort((a, b) => b.count - a.count).map(remedied(findings.map((found) => found.code))),
    };
  }

  private async faults(dataset: Dataset, row: UnreadRow, policy: PicturePolicy) {
    const bytes = await this.source.read(dataset.root, row);
    return [
      ...row.faults,
      ...(Buffer.isBuffer(bytes) ? (await decodePicture(bytes, policy, namedPath(row))).faults : [bytes]),
    ];
  }
}

// A whole log: what counts stands at its beginning (the first exception) or at its end (the queue's message).
const readable = (text: string): string =>
  text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT / 2)}\n${text.slice(-MOST_TEXT / 2)}`;

const spread = (rows: UnreadRow[]): UnreadRow[] =>
  rows.length <= MOST_ROWS
    ? rows
    : Array.from({ length: MOST_ROWS }, (_, i) => rows[Math.floor((i * rows.length) / MOST_ROWS)]!);

// Wrong size and grey together have one remedy: either alone would only show the other fault.
function remedied(codes: string[]) {
  const both = codes.includes('SHAPE_MISMATCH') && codes.includes('CHANNELS_MISMATCH');
  return <T extends { code: string; remedy: string | null }>(found: T): T =>
    both && (found.code === 'SHAPE_MISMATCH' || found.code === 'CHANNELS_MISMATCH')
      ? { ...found, remedy: 'resize + expand grey (sizePolicy RESIZE or CENTER_CROP, expandGrey true)' }
      : found;
}
