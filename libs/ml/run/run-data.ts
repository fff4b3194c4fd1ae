import type { Tx } from '#platform';
import type { Pending } from '../trigger/trigger-policy.rules.js';

/** What the checks of a dataset found, as far as a run needs it. */
export interface CheckedData {
  verdict: 'PASS' | 'WARN' | 'FAIL';
  /** Digest of all usable pictures and labels, both splits. */
  digest: string;
  usableTraining: number;
  usableValidation: number;
  /** What was read: packing takes exactly this. */
  checkId: string;
  /** Every picture accepted until then was read, none accepted later. */
  readAt: Date;
  /** Why automatic training has to wait for a person; null when it need not. */
  heldBy: string | null;
  /** In class order. */
  classNames: string[];
  /** Every finding that stops the run, worst first, fit for people. */
  failures: { code: string; sentence: string }[];
}

/** What VALIDATE leaves for the later steps and for the end of the run. readAt: ISO instant. */
export interface ValidatedArtefacts {
  dataDigest: string;
  usableTraining: number;
  usableValidation: number;
  classNames: string[];
  checkId: string;
  readAt: string;
}

/** One split as content addresses in the object store: pixels uint8 [rows, 96, 96, 3], labels int32 LE [rows]. */
export interface PackedArtefact {
  pixelsSha256: string;
  labelsSha256: string;
  rows: number;
}

/** Both splits, ready for training and evaluation. */
export interface PackedData {
  training: PackedArtefact;
  validation: PackedArtefact;
  /** Digest of the validation pictures and labels alone, in order: what makes two evaluations comparable. */
  validationDigest: string;
  /** The validation pictures in packed order, with their manifest rows. */
  validationPictures: { row: number | null; path: string; pixelSha: string; label: number }[];
}

/** What runs ask of datasets; the only bridge from a pipeline to the data side. */
export abstract class RunData {
  /** Digest of the last report, without reading anything again; null before the first, and when pictures have come since. */
  abstract lastDigest(tx: Tx, datasetId: string): Promise<string | null>;
  /** Checks everything, or joins the check that runs. progress: 0..1. */
  abstract check(
    datasetId: string,
    signal: AbortSignal,
    progress: (fraction: number) => Promise<void>,
  ): Promise<CheckedData>;
  /** Decodes what a check has read once and stores both splits; equal data gives equal addresses. */
  abstract pack(datasetId: string, checkId: string, signal: AbortSignal): Promise<PackedData>;
  /** Validation pictures that the nearest neighbour in pixel space names correctly. */
  abstract nearestNeighbourRight(packed: PackedData, signal: AbortSignal): Promise<number>;
  /** Pictures accepted after `since`, and the classes that `knownClasses` does not hold. Instants in epoch seconds. */
  abstract pending(
    tx: Tx,
    datasetId: string,
    since: Date,
    knownClasses: readonly string[] | null,
  ): Promise<Pending>;
  /** What in the last report holds automatic training back, unless this data has been trained already; null when nothing. */
  abstract heldBy(tx: Tx, datasetId: string, trainedDigest: string | null): Promise<string | null>;
  /** Usable rows of both splits in the last report; null before the first. */
  abstract usable(tx: Tx, datasetId: string): Promise<{ training: number; validation: number } | null>;
}
