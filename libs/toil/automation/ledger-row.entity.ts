import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One row of the savings books; only ever added. A mistaken run is corrected by a second row that reverses it. */
@Entity('ledger_row')
@Index('ledger_row_time', ['automationId', 'at'])
export class LedgerRow {
  @PrimaryColumn('text')
  automationId: string;

  @PrimaryColumn('text')
  runId: string;

  @PrimaryColumn('text')
  kind: 'RUN' | 'REVERSAL';

  /** When the run happened; a reversal bears the instant of what it reverses. */
  @Column('timestamptz')
  at: Date;

  @Column('boolean')
  succeeded: boolean;

  @Column('numeric', { precision: 14, scale: 6 })
  attendedMinutes: string;

  /** Why it was reversed. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  recordedAt: Date;
}
