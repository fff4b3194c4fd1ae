import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Refusal, Refusals, refuseIfAny, SYSTEM, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Locks } from '../lock/locks.js';
import { textFault } from '../organization/input.rules.js';
import { LONGEST_MS } from '../work/timing.rules.js';
import type { WorkEntry } from '../work/work-entry.entity.js';
import { WorkLog } from '../work/work-log.js';
import { Keys } from './keys.js';
import { AutoStoppedTimer, RunningTimer } from './timer.entity.js';

/** What a timer is for; keys. */
export interface TimerStart {
  person: string;
  service?: string | null;
  taskType?: string | null;
  note?: string | null;
}

/** Without a sign of life for so long the timer asks whether its person still works, and after twice as long it stops. */
export const ASK_AFTER_MINUTES = 30;
/** Some clients cannot send any: their timers are only held to be forgotten after this. */
const SILENT_CLIENT_HOURS = 12;

const MINUTE = 60_000;

/** One running timer for each person, kept on the server. */
@Injectable()
export class Timers {
  constructor(
    private readonly directory: Directory,
    private readonly keys: Keys,
    private readonly locks: Locks,
    private readonly log: WorkLog,
    private readonly clock: Clock,
  ) {}

  /** The person's running timer; null when none runs. */
  running(tx: Tx, personId: string): Promise<RunningTimer | null> {
    return tx.findOneBy(RunningTimer, { personId });
  }

  /** Starts one; the one that runs is stopped and logged first. What could not be logged at the stop is refused here. */
  async start(
    tx: Tx,
    caller: Caller,
    input: TimerStart,
  ): Promise<{ timer: RunningTimer; stopped: WorkEntry | null }> {
    refuseIfAny(textFault(input.note, ['input', 'note']));
    const person = await this.directory.openPerson(tx, input.person, ['input', 'person']);
    const service = input.service
      ? await this.directory.openService(tx, input.service, ['input', 'service'])
      : null;
    const taskType = input.taskType
      ? await this.directory.openTaskType(tx, input.taskType, ['input', 'taskType'])
      : null;
    const before = await this.locked(tx, person.id);
    const stopped = before ? await this.finish(tx, caller, before, this.second()) : null;
    const now = this.second();
    await this.locks.refuse(tx, { startMs: now.getTime(), endMs: now.getTime() + 1000 }, ['input', 'person']);
    const timer: RunningTimer = {
      personId: person.id,
      serviceId: service?.id ?? null,
      taskTypeId: taskType?.id ?? null,
      note: input.note ?? null,
      startedAt: now,
      lastSeenAt: now,
    };
    await tx.insert(RunningTimer, timer);
    return { timer, stopped };
  }

  /** Stops and logs it; null where it ran for less than a second. */
  async stop(tx: Tx, caller: Caller, personKey: string): Promise<WorkEntry | null> {
    return this.finish(tx, caller, await this.needed(tx, personKey), this.second());
  }

  /** Forgets it: nothing is logged. */
  async discard(tx: Tx, personKey: string): Promise<void> {
    const timer = await this.needed(tx, personKey);
    await tx.delete(RunningTimer, { personId: timer.personId });
  }

  /** Says that the person is still at work. */
  async heartbeat(tx: Tx, personKey: string): Promise<RunningTimer> {
    const timer = await this.needed(tx, personKey);
    const lastSeenAt = this.clock.now();
    await tx.update(RunningTimer, { personId: timer.personId }, { lastSeenAt });
    return { ...timer, lastSeenAt };
  }

  /** Whether somebody should ask the person if they still work. */
  needsAnswer(timer: RunningTimer): boolean {
    return this.clock.now().getTime() - timer.lastSeenAt.getTime() >= ASK_AFTER_MINUTES * MINUTE;
  }

  /** Stops what nobody answered for: it ends with the last sign of life, and says that it stopped by itself. */
  async stopForgotten(tx: Tx): Promise<number> {
    const now = this.clock.now().getTime();
    const before = new Date(now - 2 * ASK_AFTER_MINUTES * MINUTE);
    const longBefore = new Date(now - SILENT_CLIENT_HOURS * 60 * MINUTE);
    const forgotten = await tx
      .createQueryBuilder(RunningTimer, 't')
      .setLock('pessimistic_write')
      .where('t.lastSeenAt < :longBefore or (t.lastSeenAt < :before and t.lastSeenAt > t.startedAt)', {
        before,
        longBefore,
      })
      .getMany();
    let stopped = 0;
    for (const timer of forgotten) if (await this.stopAlone(tx, timer)) stopped++;
    return stopped;
  }

  // One that cannot be logged stays, and its person is told why when they stop it; it holds up no other.
  private async stopAlone(tx: Tx, timer: RunningTimer): Promise<boolean> {
    try {
      await tx.transaction(async (inner) => {
        const entry = await this.finish(inner, SYSTEM, timer, wholeSecond(timer.lastSeenAt));
        if (entry) await inner.insert(AutoStoppedTimer, { entryId: entry.id, stoppedAt: this.clock.now() });
      });
      return true;
    } catch (error) {
      if (error instanceof Refusal || error instanceof Refusals) return false;
      throw error;
    }
  }

  // One that ran for longer than an entry may be was left running by a client: what is beyond does not count.
  private async finish(tx: Tx, caller: Caller, timer: RunningTimer, until: Date): Promise<WorkEntry | null> {
    await tx.delete(RunningTimer, { personId: timer.personId });
    const end = new Date(Math.min(until.getTime(), timer.startedAt.getTime() + LONGEST_MS));
    if (end.getTime() - timer.startedAt.getTime() < 1000) return null;
    const keys = await this.keys.of(tx, timer);
    const { note, startedAt: start } = timer;
    return this.log.log(tx, caller, { ...keys, note, start, end, source: 'TIMER' });
  }

  private async needed(tx: Tx, personKey: string): Promise<RunningTimer> {
    const person = await this.directory.person(tx, personKey, ['input', 'person']);
    const timer = await this.locked(tx, person.id);
    if (!timer) throw new Refusal('NOT_FOUND', `No timer of ${personKey} is running.`, ['input', 'person']);
    return timer;
  }

  private locked(tx: Tx, personId: string): Promise<RunningTimer | null> {
    return tx.findOne(RunningTimer, { where: { personId }, lock: { mode: 'pessimistic_write' } });
  }

  private second(): Date {
    return wholeSecond(this.clock.now());
  }
}

const wholeSecond = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 1000) * 1000);
