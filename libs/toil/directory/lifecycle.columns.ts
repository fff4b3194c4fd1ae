import { Column } from 'typeorm';

/** What people, services and task types have in common: they change, are archived, and merge when they were two of one. */
export abstract class LifecycleColumns {
  /** Grows with every change. */
  @Column('integer', { default: 1 })
  version: number;

  /** Since when it takes no new entries; its hours stay. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  /** The id of what it became part of. It is archived then, and its key stands for the other. */
  @Column('text', { nullable: true })
  mergedInto: string | null;
}

/** How everything begins. */
export const NEW_LIFE = { version: 1, archivedAt: null, mergedInto: null } as const;
