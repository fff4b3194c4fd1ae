import { Refusal } from '#platform';
import { type LocalTime, readLocalTime } from '../time/local-time.rules.js';
import { dateOf, isZone } from '../time/zone.rules.js';
import { parseDuration } from './duration.rules.js';

/** When work happened, as callers may say it: clock times (as instants or on somebody's wall clock), or date and duration. */
export interface TimingInput {
  start?: Date | null;
  end?: Date | null;
  startLocal?: LocalTime | null;
  endLocal?: LocalTime | null;
  date?: string | null;
  duration?: string | null;
}

/** Clock times in epoch milliseconds, whole seconds; or a date of the reporting zone with seconds. */
export type Timing = { startMs: number; endMs: number } | { date: string; seconds: number };

/** What timing is judged against. */
export interface TimingFrame {
  nowMs: number;
  /** The reporting zone, in which dates are meant. */
  zone: string;
}

const DAY_SECONDS = 86_400;
/** Longest entry with clock times: somebody who says more has mistyped a date. */
export const LONGEST_MS = 7 * DAY_SECONDS * 1000;
const EARLIEST = '2000-01-01';
/** Clocks of two machines differ by some seconds; that is not yet the future. */
const CLOCK_SKEW_MS = 60_000;

/** Whether the timing has clock times. */
export const hasClock = (timing: Timing): timing is { startMs: number; endMs: number } => 'startMs' in timing;

/** Length in whole seconds. */
export const secondsOf = (timing: Timing): number =>
  hasClock(timing) ? (timing.endMs - timing.startMs) / 1000 : timing.seconds;

/** Reads the timing of an entry; `before` is the one it has so far, of which the parts left out are kept. */
export function readTiming(
  input: TimingInput,
  frame: TimingFrame,
  before: Timing | null = null,
): Timing | Refusal[] {
  const clocked = [input.start, input.end, input.startLocal, input.endLocal].some(given);
  const dated = [input.date, input.duration].some(given);
  if (clocked && dated) return [no('Give either start and end, or date and duration.', 'date')];
  if (!clocked && !dated) return before ?? [no('Say when: start and end, or date and duration.', 'start')];
  return clocked ? readClocked(input, frame, before) : readDated(input, frame, before);
}

function readClocked(input: TimingInput, frame: TimingFrame, before: Timing | null): Timing | Refusal[] {
  const kept = before && hasClock(before) ? before : null;
  const start =
    instantOf(input.start, input.startLocal, 'start') ?? kept?.startMs ?? no('Say when it started.', 'start');
  const end = instantOf(input.end, input.endLocal, 'end') ?? kept?.endMs ?? no('Say when it ended.', 'end');
  const faults = [start, end].filter((value): value is Refusal => value instanceof Refusal);
  if (faults.length > 0) return faults;
  const timing = { startMs: wholeSecond(start as number), endMs: wholeSecond(end as number) };
  const fault = clockFault(timing, frame, input);
  return fault ? [fault] : timing;
}

function clockFault(
  { startMs, endMs }: { startMs: number; endMs: number },
  frame: TimingFrame,
  input: TimingInput,
): Refusal | null {
  const start = given(input.startLocal) ? 'startLocal' : 'start';
  const end = given(input.endLocal) ? 'endLocal' : given(input.end) ? 'end' : start;
  if (endMs <= startMs) return new Refusal('END_BEFORE_START', 'Work ends after it starts.', ['input', end]);
  if (startMs > frame.nowMs + CLOCK_SKEW_MS) return no('Work in the future cannot be logged yet.', start);
  if (endMs > frame.nowMs + CLOCK_SKEW_MS)
    return no('Work that ends in the future cannot be logged yet.', end);
  if (endMs - startMs > LONGEST_MS)
    return no('One entry spans at most 7 days; is one of the dates mistyped?', end);
  return startMs < Date.parse(EARLIEST) ? no(`Work before ${EARLIEST} is not kept.`, start) : null;
}

function readDated(input: TimingInput, frame: TimingFrame, before: Timing | null): Timing | Refusal[] {
  if (before && hasClock(before) && !given(input.date)) return lengthened(before.startMs, input, frame);
  const kept = before && !hasClock(before) ? before : null;
  const faults: Refusal[] = [];
  const date = input.date ?? kept?.date;
  const duration = input.duration;
  const seconds = given(duration)
    ? readDuration(duration)
    : (kept?.seconds ?? no('Say how long it took, e.g. 45m.', 'duration'));
  if (date === undefined) faults.push(no('Say on which date.', 'date'));
  else if (date > dateOf(frame.nowMs, frame.zone))
    faults.push(no('Work in the future cannot be logged yet.', 'date'));
  else if (date < EARLIEST) faults.push(no(`Work before ${EARLIEST} is not kept.`, 'date'));
  if (seconds instanceof Refusal) faults.push(seconds);
  return faults.length > 0 ? faults : { date: date as string, seconds: seconds as number };
}

// A new duration of an entry with clock times moves its end; the start stays where it was.
function lengthened(startMs: number, input: TimingInput, frame: TimingFrame): Timing | Refusal[] {
  const seconds = readDuration(input.duration as string);
  if (seconds instanceof Refusal) return [seconds];
  const timing = { startMs, endMs: startMs + seconds * 1000 };
  return timing.endMs > frame.nowMs + CLOCK_SKEW_MS
    ? [no('Work that ends in the future cannot be logged yet.', 'duration')]
    : timing;
}

/** Reads a duration of one day's work: more than nothing, at most 24 h. */
export function readDuration(text: string, field = 'duration'): number | Refusal {
  const seconds = parseDuration(text);
  if (seconds === null) return no('A duration looks like 45m, 3h, 2h27m, 1:30 or 1.5 (hours).', field);
  if (seconds === 0) return no('A duration is longer than nothing.', field);
  return seconds > DAY_SECONDS ? no('A day has 24 h; split longer work over its dates.', field) : seconds;
}

function instantOf(
  instant: Date | null | undefined,
  local: LocalTime | null | undefined,
  name: 'start' | 'end',
): number | Refusal | null {
  if (given(instant) && given(local)) return no(`Give ${name} or ${name}Local, not both.`, `${name}Local`);
  if (given(instant))
    return Number.isNaN(instant.getTime()) ? no('This is no instant.', name) : instant.getTime();
  return given(local) ? localInstant(local, `${name}Local`) : null;
}

function localInstant(local: LocalTime, field: string): number | Refusal {
  if (!isZone(local.zone))
    return no(
      `"${local.zone.slice(0, 64)}" is no time zone. Use an IANA name such as Asia/Seoul.`,
      field,
      'zone',
    );
  if (given(local.fold) && local.fold !== 0 && local.fold !== 1)
    return no('fold is 0 (first) or 1 (second).', field, 'fold');
  const reading = readLocalTime(local);
  switch (reading.kind) {
    case 'INSTANT':
      return reading.instantMs;
    case 'UNREADABLE':
      return no('Wall-clock time looks like 2026-03-02T09:00, without an offset.', field, 'local');
    case 'NONEXISTENT': {
      const message = `The clocks of ${local.zone} skip ${local.local}; the next time that exists is ${reading.next}.`;
      return new Refusal('NONEXISTENT_LOCAL_TIME', message, ['input', field], { next: reading.next });
    }
    case 'AMBIGUOUS': {
      const message = `The clocks of ${local.zone} show ${local.local} twice; say which one with fold 0 or 1.`;
      return new Refusal('AMBIGUOUS_LOCAL_TIME', message, ['input', field], {
        candidates: reading.candidates,
      });
    }
  }
}

const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;
const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
const no = (message: string, ...path: string[]): Refusal =>
  new Refusal('INVALID_INPUT', message, ['input', ...path]);
