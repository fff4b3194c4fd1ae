import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A line of a weekly report: it restates work, so it never adds to the log, it only lifts it. */
@Entity('snippet')
@Index('snippet_current', ['personId', 'serviceId', 'weekStarting'], {
  unique: true,
  where: 'superseded_at is null',
})
@Index('snippet_week', ['weekStarting'])
export class Snippet {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  personId: string;

  @Column('text')
  serviceId: string;

  @Column('date')
  weekStarting: string;

  @Column('integer')
  toilSeconds: number;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
