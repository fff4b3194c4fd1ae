import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Remembers what a key was used for and which row it made. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('text')
  operation: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  inputDigest: string;

  @Column('text')
  result: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
