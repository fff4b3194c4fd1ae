import { Temporal } from 'temporal-polyfill';
import type { TimeBand } from '../report/interval.js';
import { addDays, dateOf, dayOfWeek, dayStart } from './zone.rules.js';

/** A person's zone from an instant on; the first one holds for all time before as well. */
export interface ZonePeriod {
  fromMs: number;
  zone: string;
}

/** Where the parts of the day begin (hours of the person's own clock), and whether weekend nights count as OFF. */
export interface BandHours {
  businessFrom: number;
  businessTo: number;
  nightFrom: number;
  weekendNightsAreOff: boolean;
}

/** BUSINESS Monday to Friday 8-18, OFF 18-22 and at the weekend 8-22, SLEEP 22-8. */
export const DEFAULT_BAND_HOURS: BandHours = {
  businessFrom: 8,
  businessTo: 18,
  nightFrom: 22,
  weekendNightsAreOff: false,
};

/** From this instant on the band holds, until the next cut. */
export interface BandCut {
  fromMs: number;
  band: TimeBand;
}

/**
 * The bands of a person over [fromMs, toMs), in order, the first one at fromMs. At every instant the zone that was valid
 * for the person at that instant decides, so that moving house does not rewrite history.
 */
export function bandCuts(
  zones: ZonePeriod[],
  fromMs: number,
  toMs: number,
  hours = DEFAULT_BAND_HOURS,
): BandCut[] {
  const cuts: BandCut[] = [];
  for (const [index, period] of zones.entries()) {
    const start = index === 0 ? fromMs : Math.max(fromMs, period.fromMs);
    const end = Math.min(toMs, zones[index + 1]?.fromMs ?? toMs);
    if (start < end) cutPeriod(period.zone, start, end, hours, cuts);
  }
  return cuts;
}

function cutPeriod(zone: string, startMs: number, endMs: number, hours: BandHours, cuts: BandCut[]): void {
  const first = cuts.length;
  for (let date = dateOf(startMs, zone); ; date = addDays(date, 1)) {
    const dawn = dayStart(date, zone);
    if (dawn >= endMs) break;
    for (const [hour, band] of bandsOfDay(date, hours)) {
      const at = hour === 0 ? dawn : hourOf(date, hour, zone, dawn);
      if (at >= endMs) continue;
      // Everything before the period only says which band it begins in.
      if (at <= startMs && cuts.length > first) cuts.pop();
      cuts.push({ fromMs: Math.max(at, startMs), band });
    }
  }
}

function bandsOfDay(date: string, hours: BandHours): [number, TimeBand][] {
  const weekend = dayOfWeek(date) > 5;
  if (weekend && hours.weekendNightsAreOff) return [[0, 'OFF']];
  const day: [number, TimeBand][] = [
    [0, 'SLEEP'],
    [hours.businessFrom, weekend ? 'OFF' : 'BUSINESS'],
  ];
  if (!weekend) day.push([hours.businessTo, 'OFF']);
  day.push([hours.nightFrom, 'SLEEP']);
  return day;
}

const DAY_MS = 86_400_000;

function hourOf(date: string, hour: number, zone: string, dawn: number): number {
  if (dayStart(addDays(date, 1), zone) - dawn === DAY_MS) return dawn + hour * 3_600_000;
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: { hour } })
    .epochMilliseconds;
}

/** Where time without a clock goes: to BUSINESS on work days of the week, to OFF at the weekend. */
export const bandOfDate = (date: string): TimeBand => (dayOfWeek(date) > 5 ? 'OFF' : 'BUSINESS');
