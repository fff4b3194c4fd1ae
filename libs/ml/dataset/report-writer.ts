import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import type { Acceptances } from '../check/acceptance.rules.js';
import { contradictedLabels } from '../check/contradicted-labels.rules.js';
import { driftFinding } from '../check/drift.rules.js';
import { type Finding, finding } from '../check/finding.js';
import { suggestValidation } from '../check/split-suggestion.rules.js';
import { contradictionFindings, suspectFindings } from '../check/suspects.rules.js';
import { readThresholds, type Thresholds } from '../check/thresholds.rules.js';
import { classMapChange } from '../manifest/labels.rules.js';
import type { Review } from '../review/review.repository.js';
import { CheckComparison } from './check-comparison.repository.js';
import type { Dataset } from './dataset.entity.js';
import type { DatasetCheck } from './dataset-check.entity.js';
import { DatasetRowRepository } from './dataset-row.repository.js';
import { LabelSuspects } from './label-suspects.js';
import { PathProbe } from './path-probe.js';
import { type DataReport, dataDigest, dataReport, RowCollector, reportFindings } from './report.rules.js';

/** A report with what it changes: pictures held back for validation, and whether the classes may move on. */
export interface WrittenReport {
  report: DataReport;
  /** Pixels held back, where no validation split was given; null where one was. */
  held: string[] | null;
  classesAccepted: boolean;
}

const PAGE = 2_000;

/** Makes the report of a check whose rows have all been measured. Reads, and writes nothing. */
@Injectable()
export class ReportWriter {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: DatasetRowRepository,
    private readonly comparison: CheckComparison,
    private readonly suspects: LabelSuspects,
    private readonly probe: PathProbe,
  ) {}

  async write(
    dataset: Dataset,
    check: DatasetCheck,
    { accepted, driftAcceptedAt }: Review,
    signal: AbortSignal,
  ): Promise<WrittenReport> {
    const { thresholds } = readThresholds(dataset.checks);
    const collected = await this.collect(check, accepted, signal);
    const kept = await this.comparison.held(this.transactions.read, dataset.id);
    // Once pictures are held back they stay so, also when validation pictures are uploaded later.
    const hasValidation =
      dataset.validationManifest !== null || (check.validationRows > 0 && kept.size === 0);
    const held = hasValidation ? null : hold(collected, thresholds, kept);
    const classes = this.classFinding(dataset, check);
    const findings = reportFindings({
      collected,
      rows: { TRAINING: check.trainingRows, VALIDATION: check.validationRows },
      hasValidation,
      quarantine: dataset.quarantine,
      hints: await this.hints(dataset, collected),
      thresholds,
      more: [
        ...classes,
        ...suspectFindings(
          await this.suspects.find(
            check.id,
            check.trainingRows,
            check.classNames,
            thresholds.LABEL_SUSPECT.neighbours,
            signal,
          ),
          collected.usable.TRAINING,
          thresholds,
          accepted,
        ),
        ...contradictionFindings(
          contradictedLabels(
            collected.compared,
            await this.comparison.liveAnswers(this.transactions.read, dataset.id),
            check.classNames,
          ),
          collected.usable.VALIDATION,
          thresholds,
          accepted,
        ),
        ...present(await this.drift(dataset, check, thresholds, driftAcceptedAt)),
        ...(held && held.size > 0 ? [heldFinding(held, collected)] : []),
      ],
    });
    const digest = await this.digest(dataset, check, held);
    const classFaults = findings.some(
      (found) => found.severity === 'FAIL' && /^LABEL_(RANGE|NAME|MAP)|^CLASS_MISSING/.test(found.code),
    );
    return {
      report: dataReport(collected, findings, digest),
      held: held ? [...held] : null,
      classesAccepted: !classFaults,
    };
  }

  private async collect(
    check: DatasetCheck,
    accepted: Acceptances,
    signal: AbortSignal,
  ): Promise<RowCollector> {
    const collected = new RowCollector(check.classNames, check.tallies, accepted);
    for await (const page of this.pages(check, signal)) for (const row of page) collected.add(row);
    return collected;
  }

  private async *pages(check: DatasetCheck, signal: AbortSignal) {
    const all = check.trainingRows + check.validationRows;
    for (let from = 0; from < all; from += PAGE) {
      signal.throwIfAborted();
      yield await this.rows.stretch(this.transactions.read, check.id, from, from + PAGE);
    }
  }

  private classFinding(dataset: Dataset, check: DatasetCheck): Finding[] {
    const change =
      dataset.classMapVersion === 0 ? null : classMapChange(dataset.classNames, check.classNames);
    if (change === null) return [];
    return [
      finding({
        code: 'LABEL_MAP_CHANGED',
        severity: 'FAIL',
        split: 'TRAINING',
        count: 1,
        message: `The classes differ from version ${dataset.classMapVersion}: ${change}. Models know classes by their number.`,
        remedy: 'keep the classes that exist and append new ones, or import the data under a new key',
      }),
    ];
  }

  private async hints(dataset: Dataset, { missing }: RowCollector) {
    const hint = (paths: string[]) =>
      dataset.root === null || paths.length === 0
        ? Promise.resolve(null)
        : this.probe.hint(dataset.root, paths);
    return { TRAINING: await hint(missing.TRAINING), VALIDATION: await hint(missing.VALIDATION) };
  }

  // Pictures that a person has accepted are known from then on, like those that a model was trained on.
  private async drift(
    dataset: Dataset,
    check: DatasetCheck,
    t: Thresholds,
    acceptedAt: Date | null,
  ): Promise<Finding | null> {
    const packedAt = await this.comparison.lastPacked(this.transactions.read, dataset.id, check.id);
    if (!packedAt) return null;
    const since = acceptedAt !== null && acceptedAt > packedAt ? acceptedAt : packedAt;
    const { known, fresh } = await this.comparison.measured(
      this.transactions.read,
      dataset.id,
      check.id,
      since,
    );
    return driftFinding(known, fresh, t);
  }

  private async digest(dataset: Dataset, check: DatasetCheck, held: Set<string> | null): Promise<string> {
    const pictures = await this.comparison.usablePixels(this.transactions.read, check.id);
    return dataDigest(
      pictures.map((one) => (held?.has(one.pixelSha) ? { ...one, split: 'VALIDATION' } : one)),
      dataset,
    );
  }
}

const hold = ({ compared }: RowCollector, t: Thresholds, kept: ReadonlySet<string>): Set<string> =>
  suggestValidation(
    compared.filter(({ split, usable }) => split === 'TRAINING' && usable),
    t.LEAK_NEAR.distance,
    kept,
  );

function heldFinding(held: Set<string>, { compared }: RowCollector): Finding {
  const trained = compared.filter(({ split, usable }) => split === 'TRAINING' && usable);
  const pictures = trained.filter(({ pixelSha }) => held.has(pixelSha)).map(({ shown }) => shown);
  return finding({
    code: 'SPLIT_SUGGESTED',
    severity: 'INFO',
    split: 'TRAINING',
    count: pictures.length,
    pictures,
    message: `No validation split was given: a run holds ${pictures.length} of ${trained.length} pictures back for validation, pictures that look alike on one side.`,
    remedy: 'give a validation manifest to choose them yourself',
    rows: pictures.flatMap(({ row }) => (row === null ? [] : [row])),
  });
}

const present = (found: Finding | null): Finding[] => (found ? [found] : []);
