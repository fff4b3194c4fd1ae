import { Injectable } from '@nestjs/common';
import { Clock, Refusal, refusalsOf, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Locks } from '../lock/locks.js';
import { textFault } from '../organization/input.rules.js';
import { Organizations } from '../organization/organizations.js';
import { Service } from '../service/service.entity.js';
import { dateOf } from '../time/zone.rules.js';
import { exactDuration } from '../work/duration.rules.js';
import { TaskType } from '../work/task-type.entity.js';
import { hasClock, readTiming, secondsOf, type Timing, type TimingInput } from '../work/timing.rules.js';
import { keysByName } from './named.rules.js';
import { parseQuickEntry, type QuickEntry, type QuickEntryFault } from './quick-entry.rules.js';

/** A line, who typed it (key; null: nobody yet, dates count in the reporting zone), and when if not just now. */
export interface TypedLine {
  person: string | null;
  line: string;
  typedAt?: Date | null;
}

/** A line as it would be logged. date: of the start, in the reporting zone. */
export interface ReadEntry extends QuickEntry {
  /** null: the line says how long it took, not when, or its times cannot be. */
  clock: { start: Date; end: Date } | null;
}

const LONGEST_LINE = 1000;
const DAY_SECONDS = 86_400;

/** Reads lines against what there is: names, calendars, locked weeks. What it finds no fault with can be logged. */
@Injectable()
export class QuickReader {
  constructor(
    private readonly directory: Directory,
    private readonly organizations: Organizations,
    private readonly locks: Locks,
    private readonly clock: Clock,
  ) {}

  /** How the line is understood, with everything that speaks against it; only an unknown person is refused. */
  async read(tx: Tx, { person, line, typedAt }: TypedLine, path: string[]): Promise<ReadEntry> {
    const who = person ? await this.directory.openPerson(tx, person, path) : null;
    const { reportingZone } = await this.organizations.current(tx);
    const zone = who?.zone ?? reportingZone;
    const nowMs = this.clock.now().getTime();
    const typedMs = Math.min(nowMs, typedAt?.getTime() ?? nowMs);
    const entry = await this.parse(tx, line.slice(0, LONGEST_LINE), dateOf(typedMs, zone));
    if (!entry.times && !entry.isDated) entry.date = earlier(entry.date, dateOf(typedMs, reportingZone));
    const timing = readTiming(timingInput(entry, zone), { nowMs, zone: reportingZone });
    entry.faults.push(
      ...(await faultsOf(entry.times?.word ?? `@${entry.date}`, async () => {
        refuseIfAny(Array.isArray(timing) ? timing.map((fault) => inALine(fault, zone, entry)) : []);
        await this.locks.refuse(tx, timing as Timing, path);
      })),
      ...(await faultsOf(entry.service, async (key) => {
        entry.service = (await this.directory.openService(tx, key, path)).key;
      })),
      ...(await faultsOf(
        entry.taskType,
        async (key) => {
          entry.taskType = (await this.directory.openTaskType(tx, key, path)).key;
        },
        '#',
      )),
      ...(await faultsOf('', async () => refuseIfAny(lineFaults(line)))),
    );
    if (Array.isArray(timing) || !hasClock(timing)) return { ...entry, clock: null };
    return {
      ...entry,
      clock: { start: new Date(timing.startMs), end: new Date(timing.endMs) },
      durationSeconds: secondsOf(timing),
      date: dateOf(timing.startMs, reportingZone),
    };
  }

  /** Today where the person is and where dates are meant: in the morning of the East the latter is still yesterday. */
  async today(tx: Tx, zone: string): Promise<string> {
    const now = this.clock.now().getTime();
    const { reportingZone } = await this.organizations.current(tx);
    return earlier(dateOf(now, zone), dateOf(now, reportingZone));
  }

  private async parse(tx: Tx, line: string, today: string): Promise<QuickEntry> {
    const named = { id: true, key: true, name: true, archivedAt: true, mergedInto: true } as const;
    const services = await tx.find(Service, { select: named });
    const types = await tx.find(TaskType, { select: named });
    return parseQuickEntry(line, {
      today,
      isService: (key) => services.some((service) => service.key === key),
      serviceNamed: keysByName(services),
      isTaskType: (key) => types.some((type) => type.key === key),
      taskTypeNamed: keysByName(types),
    });
  }
}

// What was wrong with the length has been said already; the date is judged all the same.
function timingInput({ times, date, durationSeconds }: QuickEntry, zone: string): TimingInput {
  if (times) {
    return { startLocal: { local: times.startLocal, zone }, endLocal: { local: times.endLocal, zone } };
  }
  const isLength = durationSeconds !== null && durationSeconds > 0 && durationSeconds <= DAY_SECONDS;
  return { date, duration: exactDuration(isLength ? durationSeconds : 60) };
}

// There is no way to write a fold into a line.
function inALine(fault: Refusal, zone: string, { times }: QuickEntry): Refusal {
  if (fault.code !== 'AMBIGUOUS_LOCAL_TIME') return fault;
  const local = fault.path.at(-1) === 'startLocal' ? times?.startLocal : times?.endLocal;
  const message = `The clocks of ${zone} show ${local} twice. A line cannot say which one: write how long it took, as 45m.`;
  return new Refusal(fault.code, message, fault.path, fault.details);
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

function lineFaults(line: string): Refusal[] {
  if (line.length <= LONGEST_LINE) return textFault(line, []);
  return [new Refusal('INVALID_INPUT', `A line has at most ${LONGEST_LINE} characters.`, [])];
}

// What a word cannot be, as faults of the line; nothing where there is no word.
async function faultsOf(
  word: string | null,
  check: (word: string) => Promise<unknown>,
  mark = '',
): Promise<QuickEntryFault[]> {
  if (word === null) return [];
  try {
    await check(word);
    return [];
  } catch (error) {
    return refusalsOf(error).map(({ code, message, details }) => ({
      ...{ word: mark + word, code, message },
      ...(details && { details }),
    }));
  }
}
