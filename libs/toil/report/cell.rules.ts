import type { TimeBand, WorkClass } from './interval.js';

/**
 * Parts of a second in which time is counted: divisible by every number up to 16, so that a second shared by up to 16
 * services at once splits without a rest.
 */
export const UNITS_PER_SECOND = 720_720;

/** Exact time of one day, class, band and service ('' = none), in units of 1/720720 s; negative only by amendments. */
export interface Cell {
  /** Index of the day in the frame. */
  day: number;
  workClass: WorkClass;
  band: TimeBand;
  serviceId: string;
  units: number;
  /** The part of the units that also counts for another service (attribution FULL); absent = none. */
  again?: number;
}

/** Collects time in cells. Exact: units are whole numbers, and 31 years of one person stay below 2^53. */
export class CellSheet {
  private readonly cells = new Map<string, Cell>();
  /** Days (frame index) on which time without a clock was cut to 24 h. */
  readonly cappedDays: number[] = [];
  /** Whether several services claimed some slice, so that the attributions differ. */
  shared = false;

  /** Adds whole seconds to one cell. */
  add(day: number, workClass: WorkClass, band: TimeBand, serviceId: string, seconds: number): void {
    this.addUnits(day, workClass, band, serviceId, seconds * UNITS_PER_SECOND);
  }

  /** Adds exact units to one cell; `again` of them count for another service as well. */
  addUnits(
    day: number,
    workClass: WorkClass,
    band: TimeBand,
    serviceId: string,
    units: number,
    again = 0,
  ): void {
    if (units === 0) return;
    const key = `${day}|${workClass}|${band}|${serviceId}`;
    let cell = this.cells.get(key);
    if (cell) cell.units += units;
    else {
      cell = { day, workClass, band, serviceId, units };
      this.cells.set(key, cell);
    }
    if (again !== 0) cell.again = (cell.again ?? 0) + again;
  }

  /**
   * Shares seconds equally; what 720720 does not divide (17 and more services at once) goes to the first ones. In full:
   * each service gets all of it, and what goes beyond its share counts again.
   */
  split(
    day: number,
    workClass: WorkClass,
    band: TimeBand,
    services: string[],
    seconds: number,
    inFull = false,
  ): void {
    const units = seconds * UNITS_PER_SECOND;
    const share = Math.floor(units / services.length);
    let rest = units - share * services.length;
    for (const service of services) {
      const own = share + (rest > 0 ? 1 : 0);
      if (inFull) this.addUnits(day, workClass, band, service, units, units - own);
      else this.addUnits(day, workClass, band, service, own);
      rest--;
    }
  }

  /** All cells that hold time. */
  all(): Cell[] {
    return [...this.cells.values()].filter((cell) => cell.units !== 0);
  }
}
