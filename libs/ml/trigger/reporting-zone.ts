/** Port: the time zone that schedules are read in. */
export abstract class ReportingZone {
  abstract current(): Promise<string>;
}
