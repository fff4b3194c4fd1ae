import { Injectable } from '@nestjs/common';
import { type Caller, ObjectStore, Refusal, Transactions } from '#platform';
import type { Split } from '../check/finding.js';
import { qualityFaults } from '../check/quality.rules.js';
import { readThresholds } from '../check/thresholds.rules.js';
import { decodePicture, pictureFeatures } from '../image/decode-picture.js';
import { INPUT_SIDE } from '../image/picture-policy.js';
import { LONGEST_NAME } from '../manifest/manifest.rules.js';
import { ArrivalRepository } from './arrival.repository.js';
import { cleanPicture } from './clean-picture.js';
import type { Dataset } from './dataset.entity.js';
import { DatasetBooks } from './import-dataset.service.js';
import type { UploadedPicture } from './uploaded-picture.entity.js';

/** A picture that somebody sends, with what is said of it. */
export interface IncomingPicture {
  name: string;
  label: string | null;
  split: Split;
  bytes(): Promise<Buffer>;
}

/** What became of the pictures that were sent. */
export interface UploadOutcome {
  dataset: string;
  created: boolean;
  accepted: number;
  /** Pictures that the dataset has already: the same pixels in the same class. */
  duplicates: number;
  refused: number;
  /** The first 200 of those refused. */
  faults: Fault[];
}

/** A picture that was refused, and why. */
interface Fault {
  name: string;
  code: string;
  message: string;
}

/** A picture that may be taken in. */
interface Candidate extends Pick<UploadedPicture, 'split' | 'path' | 'labelName' | 'pixelSha'> {
  bytes: Uint8Array;
}

const LISTED = 200;
const AT_ONCE = 16;

/** Takes new pictures into a dataset: those that decode under its policy, are sharp enough, and are not there yet. */
@Injectable()
export class AcceptPictures {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: ObjectStore,
    private readonly arrivals: ArrivalRepository,
    private readonly books: DatasetBooks,
  ) {}

  /** The dataset is written with its first accepted picture when it is new. Refuses when nothing could be taken. */
  async accept(
    caller: Caller,
    dataset: Dataset,
    isNew: boolean,
    pictures: AsyncIterable<IncomingPicture> | Iterable<IncomingPicture>,
    before: readonly Fault[] = [],
  ): Promise<UploadOutcome> {
    const outcome: UploadOutcome = {
      dataset: dataset.key,
      created: false,
      accepted: 0,
      duplicates: 0,
      refused: before.length,
      faults: before.slice(0, LISTED),
    };
    let batch: Candidate[] = [];
    const refuse = (fault: Fault): void => {
      outcome.refused++;
      if (outcome.faults.length < LISTED) outcome.faults.push(fault);
    };
    const flush = async (): Promise<void> => {
      const { taken, contradicting } = await this.take(dataset, isNew && !outcome.created, batch);
      outcome.created ||= isNew && taken > 0;
      outcome.accepted += taken;
      outcome.duplicates += batch.length - taken - contradicting.length;
      for (const fault of contradicting) refuse(fault);
      batch = [];
    };
    for await (const picture of pictures) {
      const judged = await this.judge(dataset, picture);
      if ('code' in judged) refuse(judged);
      else batch.push(judged);
      if (batch.length >= AT_ONCE) await flush();
    }
    await flush();
    if (outcome.accepted + outcome.duplicates === 0) throw nothingTaken(outcome);
    await this.transactions.run((tx) =>
      this.books.audit.record(tx, caller, 'dataset.pictures-added', dataset.id, null, {
        ...outcome,
        faults: undefined,
      }),
    );
    return outcome;
  }

  private async judge(
    dataset: Dataset,
    { name, label, split, bytes }: IncomingPicture,
  ): Promise<Candidate | Fault> {
    const refused = (code: string, message: string) => ({ name: name.replaceAll('\0', ''), code, message });
    if (label === null || label === '')
      return refused(
        'LABEL_RANGE',
        'has no class: put it into a folder named after its class, or send a label',
      );
    if (label.length > LONGEST_NAME)
      return refused('LABEL_RANGE', `has a class name of more than ${LONGEST_NAME} characters`);
    if (label.includes('\0') || name.includes('\0'))
      return refused('LABEL_RANGE', 'has a zero character in its name or class');
    const content = await bytes().catch((error: Error) => error);
    if (content instanceof Error) return refused('DECODE_ERROR', `cannot be unpacked: ${content.message}`);
    const { source, faults, pixelSha } = await decodePicture(content, dataset, name);
    const quality = source
      ? qualityFaults(pictureFeatures(source, dataset), readThresholds(dataset.checks).thresholds)
      : [];
    const fault = [...faults, ...quality].find((one) => one.severity === 'FAIL');
    if (fault) return refused(fault.code, refusalWords(fault));
    if (!source || pixelSha === null) return refused('DECODE_ERROR', 'cannot be decoded');
    const bare = await cleanPicture(content, source, pixelSha, dataset);
    return { split, path: name.slice(-1000), labelName: label, pixelSha, bytes: bare };
  }

  // Stored first: bytes without a row are harmless, a row without bytes is not.
  private async take(
    dataset: Dataset,
    insertDataset: boolean,
    batch: Candidate[],
  ): Promise<{ taken: number; contradicting: Fault[] }> {
    const stored = await Promise.all(batch.map(({ bytes }) => this.store.put(bytes)));
    return this.transactions.run(async (tx) => {
      const known = await this.arrivals.known(
        tx,
        dataset.id,
        batch.map(({ pixelSha }) => pixelSha),
      );
      if (insertDataset && batch.length > 0 && !(await this.books.datasets.insert(tx, dataset))) {
        throw new Refusal('KEY_TAKEN', `A dataset with the key "${dataset.key}" has been made meanwhile.`, [
          'key',
        ]);
      }
      await this.books.datasets.share(tx, dataset.id);
      const acceptedAt = this.books.clock.now();
      const contradicting: Fault[] = [];
      let taken = 0;
      for (const [i, { bytes: _, ...picture }] of batch.entries()) {
        const label = known.get(picture.pixelSha);
        if (label !== undefined) {
          if (label.normalize('NFC') !== picture.labelName.normalize('NFC'))
            contradicting.push(contradiction(picture, label));
          continue;
        }
        known.set(picture.pixelSha, picture.labelName);
        const row: UploadedPicture = {
          ...picture,
          id: this.books.ids.next('pic'),
          datasetId: dataset.id,
          objectSha: stored[i]!.sha256,
          acceptedAt,
        };
        if (!(await this.books.datasets.insertUpload(tx, row))) continue;
        await this.arrivals.note(tx, {
          datasetId: dataset.id,
          pixelSha: row.pixelSha,
          split: row.split,
          labelName: row.labelName,
          at: acceptedAt,
        });
        taken++;
      }
      return { taken, contradicting };
    });
  }
}

// A report says these of many pictures at once; one picture is told what the dataset wanted instead.
function refusalWords({ code, message }: { code: string; message: string }): string {
  if (code === 'SHAPE_MISMATCH')
    return `is ${message}; the dataset takes ${INPUT_SIDE}x${INPUT_SIDE} only (STRICT)`;
  if (code === 'CHANNELS_MISMATCH')
    return `is ${message}; the dataset takes plain colour only (expandGrey is off)`;
  return message;
}

// No mere repetition: one of the two labels is wrong, and whoever sent this one believes that it took.
const contradiction = ({ path, labelName }: Pick<Candidate, 'path' | 'labelName'>, label: string): Fault => ({
  name: path,
  code: 'SAME_PIXELS_TWO_LABELS',
  message: `is sent as "${labelName}", and its pixels are in the dataset as "${label}" already`,
});

function nothingTaken({ refused, faults }: UploadOutcome): Refusal {
  const [first] = faults;
  const message = first
    ? refused === 1
      ? `${first.name} could not be taken: ${first.message}.`
      : `None of ${refused} pictures could be taken, e.g. ${first.name}: ${first.message}.`
    : 'There is no picture in this upload.';
  return new Refusal('INVALID_INPUT', message, ['pictures'], { refused: faults });
}
