import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { type BandCut, type BandHours, bandCuts, type ZonePeriod } from '../time/band.rules.js';

/** Where people lived, for the parts of their days. */
@Injectable()
export class PersonZones {
  /** For each person the bands over [fromMs, toMs); whoever is no person of ours lives in the reporting zone. */
  async bands(
    tx: Tx,
    reportingZone: string,
    fromMs: number,
    toMs: number,
    hours: BandHours,
  ): Promise<(personId: string) => BandCut[]> {
    return bandsByPerson(await this.histories(tx), reportingZone, fromMs, toMs, hours);
  }

  /** Every person's zones, oldest first. */
  async histories(tx: Tx): Promise<Map<string, ZonePeriod[]>> {
    const rows: { person_id: string; from_ms: number; zone: string }[] = await tx.query(
      `select person_id, (extract(epoch from valid_from) * 1000)::double precision as from_ms, zone
       from person_zone order by person_id, valid_from`,
    );
    const people = new Map<string, ZonePeriod[]>();
    for (const row of rows) {
      const periods = people.get(row.person_id) ?? [];
      periods.push({ fromMs: row.from_ms, zone: row.zone });
      people.set(row.person_id, periods);
    }
    return people;
  }
}

/** The same for people whose zones are known. */
export function bandsByPerson(
  people: Map<string, ZonePeriod[]>,
  reportingZone: string,
  fromMs: number,
  toMs: number,
  hours: BandHours,
): (personId: string) => BandCut[] {
  // Most people share their zone: its days are cut once.
  const known = new Map<string, BandCut[]>();
  return (personId) => {
    const periods = people.get(personId) ?? [{ fromMs: 0, zone: reportingZone }];
    const key = periods.map((period) => `${period.fromMs} ${period.zone}`).join();
    let cuts = known.get(key);
    if (cuts === undefined) {
      cuts = bandCuts(periods, fromMs, toMs, hours);
      known.set(key, cuts);
    }
    return cuts;
  };
}
