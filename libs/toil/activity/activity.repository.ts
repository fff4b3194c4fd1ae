import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, LessThanOrEqual } from 'typeorm';
import type { Tx } from '#platform';
import { Activity } from './activity.entity.js';

/** Signs of activity in the database. */
@Injectable()
export class ActivityRepository {
  /** False when its source told of it before; then nothing was written. */
  async add(tx: Tx, activity: Activity): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Activity)
      .values(activity)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** Those of incidents, in the order in which they happened; knownBy hides what was told later. */
  ofIncidents(tx: Tx, incidentIds: readonly string[], knownBy: Date | null = null): Promise<Activity[]> {
    return tx.find(Activity, {
      where: {
        incidentId: In([...incidentIds]),
        ...(knownBy ? { recordedAt: LessThanOrEqual(knownBy) } : {}),
      },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** A person's signs outside of incidents, for a service or none, within [from, to]. */
  around(tx: Tx, of: Pick<Activity, 'personId' | 'serviceId'>, from: Date, to: Date): Promise<Activity[]> {
    return tx.find(Activity, {
      where: {
        personId: of.personId,
        serviceId: of.serviceId ?? IsNull(),
        incidentId: IsNull(),
        at: Between(from, to),
      },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Waits until no other transaction tells of the same person. */
  async claim(tx: Tx, personId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`activity\n${personId}`]);
  }
}
