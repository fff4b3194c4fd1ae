import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Architecture } from '../engine/contract.js';
import type { Calibration } from '../gate/calibration.rules.js';

/** A file that a version can be downloaded as. kind: TFJS, ONNX, CONTRACT, LABELS, GOLDEN or TENSORBOARD. */
export interface ModelFile {
  kind: string;
  name: string;
  bytes: number;
  sha256: string;
}

/** Up to 20 validation pictures (uint8 RGB [n, 96, 96, 3] in the object store) and what the model must answer to them. */
export interface GoldenSet {
  pixelsSha256: string;
  probabilities: number[][];
}

/** How the ONNX export answered the validation pictures in ONNX Runtime. */
export interface OnnxProof {
  pictures: number;
  /** Pictures for which the most probable class was the same. */
  sameAnswers: number;
  largestDifference: number;
}

/** A trained model with its lineage: data, configuration, code, seed, engine and parent. Never changes once made. */
@Entity('model_version')
@Index('model_version_number', ['pipelineId', 'number'], { unique: true })
@Index('model_version_run', ['runId'], { unique: true })
export class ModelVersion {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  pipelineId: string;

  @Column('text')
  runId: string;

  /** 1 for the first of the pipeline. */
  @Column('integer')
  number: number;

  @Column('text')
  architecture: Architecture;

  /** Class names in the order of the outputs. */
  @Column('text', { array: true })
  classNames: string[];

  /** Content address of the weights file in the object store. */
  @Column('text')
  weightsSha256: string;

  @Column('text')
  dataDigest: string;

  @Column('text')
  validationDigest: string;

  @Column('text')
  configDigest: string;

  @Column('text')
  preprocessingDigest: string;

  @Column('text')
  codeVersion: string;

  @Column('integer')
  seed: number;

  @Column('text')
  engine: string;

  /** The version that was live when this one was trained. */
  @Column('text', { nullable: true })
  parentId: string | null;

  /** Probability below which an answer counts as unknown. */
  @Column('double precision')
  rejectBelow: number;

  @Column('jsonb')
  calibration: Calibration;

  @Column('jsonb')
  files: ModelFile[];

  @Column('jsonb')
  golden: GoldenSet;

  /** Null where ONNX Runtime does not load. */
  @Column('jsonb', { nullable: true })
  onnxProof: OnnxProof | null;

  @Column('timestamptz')
  createdAt: Date;

  /** Of all other columns, by this installation's key; a version without one is never loaded. */
  @Column('text', { nullable: true })
  signature: string | null;
}
