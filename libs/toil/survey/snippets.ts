import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { AuditTrail, type Caller, Idempotency, Ids, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { textFault } from '../organization/input.rules.js';
import { parseDuration } from '../work/duration.rules.js';
import { Snippet } from './snippet.entity.js';
import { WeekDesk } from './week-desk.js';

/** A line of somebody's weekly report: so much toil for a service. */
export interface NewSnippet {
  person: string;
  service: string;
  weekStarting: string;
  toilDuration: string;
  text?: string | null;
  idempotencyKey?: string | null;
}

const WEEK_SECONDS = 7 * 86_400;

/** Weekly reports. */
@Injectable()
export class Snippets {
  constructor(
    private readonly ids: Ids,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly directory: Directory,
    private readonly desk: WeekDesk,
  ) {}

  /** Takes in a line; a second one for the same person, service and week replaces the first. */
  async submit(tx: Tx, caller: Caller, input: NewSnippet): Promise<{ duplicate: boolean }> {
    let fresh = false;
    await this.idempotency.once(tx, 'submitSnippet', input.idempotencyKey, input, async () => {
      fresh = true;
      return this.save(tx, caller, input);
    });
    return { duplicate: !fresh };
  }

  private async save(tx: Tx, caller: Caller, input: NewSnippet): Promise<string> {
    const toilSeconds = secondsOfWeek(input.toilDuration);
    refuseIfAny([
      ...(toilSeconds instanceof Refusal ? [toilSeconds] : []),
      ...textFault(input.text, ['input', 'text']),
    ]);
    const person = await this.directory.person(tx, input.person, ['input', 'person']);
    const service = await this.directory.service(tx, input.service, ['input', 'service']);
    const now = await this.desk.open(tx, input.weekStarting);
    const place = { personId: person.id, serviceId: service.id, weekStarting: input.weekStarting };
    return this.put(tx, caller, place, toilSeconds as number, input.text ?? null, now);
  }

  /** What a person's weekly text adds up to, in seconds by service id; `gone` are services it says nothing of any more. */
  async replace(
    tx: Tx,
    caller: Caller,
    place: Pick<Snippet, 'personId' | 'weekStarting'>,
    told: { sums: ReadonlyMap<string, number>; gone: readonly string[] },
  ): Promise<Date> {
    const now = await this.desk.open(tx, place.weekStarting);
    const sum = [...told.sums.values()].reduce((total, seconds) => total + seconds, 0);
    if (sum > WEEK_SECONDS) throw new Refusal('INVALID_INPUT', 'A week has 168 h.', ['input', 'text']);
    for (const [serviceId, seconds] of told.sums)
      await this.put(tx, caller, { ...place, serviceId }, seconds, null, now);
    const withdrawn = { ...place, serviceId: In([...told.gone]), supersededAt: IsNull() };
    if (told.gone.length > 0) await tx.update(Snippet, withdrawn, { supersededAt: now });
    return now;
  }

  private async put(
    tx: Tx,
    caller: Caller,
    place: Pick<Snippet, 'personId' | 'serviceId' | 'weekStarting'>,
    toilSeconds: number,
    text: string | null,
    now: Date,
  ): Promise<string> {
    const before = await tx.findOneBy(Snippet, { ...place, supersededAt: IsNull() });
    if (before) await tx.update(Snippet, { id: before.id }, { supersededAt: now });
    const after = {
      ...place,
      id: this.ids.next('snp'),
      toilSeconds,
      text,
      recordedAt: now,
      supersededAt: null,
    };
    await tx.insert(Snippet, after);
    await this.audit.record(tx, caller, 'snippet.submit', after.id, before, after);
    return after.id;
  }
}

function secondsOfWeek(text: string): number | Refusal {
  const seconds = parseDuration(text);
  const path = ['input', 'toilDuration'];
  if (seconds === null)
    return new Refusal('INVALID_INPUT', 'A duration looks like 45m, 3h, 2h27m, 1:30 or 1.5 (hours).', path);
  return seconds > WEEK_SECONDS ? new Refusal('INVALID_INPUT', 'A week has 168 h.', path) : seconds;
}
