import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { GateOutcome, GateSettings } from './gate-case.rules.js';

/** How one class came out: confusion counts what this class was called, in class order. */
export interface ClassOutcome {
  name: string;
  n: number;
  right: number;
  confusion: number[];
}

/** The gate's verdict on one version with everything that went into it; written once, never changed. */
@Entity('gate_decision')
@Index('gate_decision_looks', ['pipelineId', 'validationDigest'])
export class GateDecision {
  @PrimaryColumn('text')
  modelVersionId: string;

  @Column('text')
  pipelineId: string;

  /** The version it was compared with; null for the first. */
  @Column('text', { nullable: true })
  championId: string | null;

  @Column('text')
  validationDigest: string;

  @Column('text')
  outcome: GateOutcome;

  @Column('integer')
  n: number;

  @Column('integer')
  correct: number;

  @Column('integer')
  bothRight: number;

  @Column('integer')
  bothWrong: number;

  @Column('integer')
  candidateOnlyRight: number;

  @Column('integer')
  championOnlyRight: number;

  @Column('integer')
  looks: number;

  @Column('boolean')
  newData: boolean;

  @Column('double precision')
  wilsonLow: number;

  @Column('double precision')
  wilsonHigh: number;

  @Column('double precision', { nullable: true })
  pValue: number | null;

  @Column('double precision')
  alpha: number;

  @Column('double precision', { nullable: true })
  lossBound: number | null;

  @Column('integer', { nullable: true })
  majorityRight: number | null;

  @Column('integer', { nullable: true })
  nearestNeighbourRight: number | null;

  @Column('jsonb')
  classes: ClassOutcome[];

  @Column('text', { nullable: true })
  advice: string | null;

  @Column('text', { array: true })
  reasons: string[];

  @Column('jsonb')
  settings: GateSettings;

  @Column('timestamptz')
  decidedAt: Date;
}
