import type { Provider } from '@nestjs/common';
import { DiagnoseQueue } from '../queue/diagnose-queue.service.js';
import { RunData } from '../run/run-data.js';
import { AcceptPictures } from './accept-pictures.service.js';
import { ArrivalRepository } from './arrival.repository.js';
import { BeginCheck, CheckBooks } from './begin-check.handler.js';
import { CheckChunk } from './check-chunk.handler.js';
import { CheckComparison } from './check-comparison.repository.js';
import { CheckEnding } from './check-ending.service.js';
import { CheckFailure } from './check-failure.js';
import { ClassMapVersion } from './class-map.entity.js';
import { Dataset } from './dataset.entity.js';
import { DatasetRepository } from './dataset.repository.js';
import { DatasetArrival } from './dataset-arrival.entity.js';
import { DatasetCheck } from './dataset-check.entity.js';
import { DatasetChunk } from './dataset-chunk.entity.js';
import { DatasetPictures } from './dataset-pictures.service.js';
import { DatasetRow } from './dataset-row.entity.js';
import { DatasetRowRepository } from './dataset-row.repository.js';
import { CheckFollower, DatasetRunData } from './dataset-run-data.service.js';
import { FinishCheck } from './finish-check.handler.js';
import { HeldPicture } from './held-picture.entity.js';
import { DatasetBooks, ImportDataset } from './import-dataset.service.js';
import { ImportRoots } from './import-roots.js';
import { LabelSuspects } from './label-suspects.js';
import { ManifestRevision } from './manifest-revision.entity.js';
import { ManifestSource } from './manifest-source.js';
import { NeighbourBaseline } from './neighbour-baseline.js';
import { PackedSplitRow } from './packed-split.entity.js';
import { PackedSplitRepository } from './packed-split.repository.js';
import { PathProbe } from './path-probe.js';
import { PicturePacker } from './picture-packer.js';
import { PictureSource } from './picture-source.js';
import { RecheckDataset } from './recheck.service.js';
import { RepairBooks, RepairManifest } from './repair-manifest.service.js';
import { ReportWriter } from './report-writer.js';
import { SweepPackedSplits } from './sweep-packed-splits.handler.js';
import { UploadPictures } from './upload-pictures.service.js';
import { UploadedPicture } from './uploaded-picture.entity.js';
import { ValidateDataset } from './validate-dataset.service.js';

/** The tables of datasets. */
export const datasetEntities: (new () => object)[] = [
  Dataset,
  ClassMapVersion,
  DatasetCheck,
  DatasetRow,
  DatasetChunk,
  UploadedPicture,
  DatasetArrival,
  HeldPicture,
  PackedSplitRow,
  ManifestRevision,
];

/** The use cases of datasets and the queue doctor, and what they stand on. */
export const datasetServices: Provider[] = [
  DatasetRepository,
  DatasetRowRepository,
  ArrivalRepository,
  CheckComparison,
  ImportRoots,
  PictureSource,
  PathProbe,
  ManifestSource,
  RepairBooks,
  RepairManifest,
  DatasetBooks,
  ImportDataset,
  ValidateDataset,
  RecheckDataset,
  PicturePacker,
  NeighbourBaseline,
  CheckFollower,
  { provide: RunData, useClass: DatasetRunData },
  DiagnoseQueue,
  DatasetPictures,
  AcceptPictures,
  UploadPictures,
];

/** Job handlers of datasets and what only they need. */
export const datasetHandlers: Provider[] = [
  CheckBooks,
  CheckFailure,
  CheckEnding,
  LabelSuspects,
  ReportWriter,
  BeginCheck,
  CheckChunk,
  FinishCheck,
  PackedSplitRepository,
  SweepPackedSplits,
];
