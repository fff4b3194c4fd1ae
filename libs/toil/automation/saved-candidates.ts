import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { SavedCandidate } from './candidate.entity.js';
import { type CandidateInput, candidateFaults } from './candidate.rules.js';

/** Keeps estimates, so that the ranking follows the log from week to week. */
@Injectable()
export class SavedCandidates {
  constructor(
    private readonly directory: Directory,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Saves one; the same key again replaces it. */
  async save(tx: Tx, caller: Caller, input: CandidateInput): Promise<{ duplicate: boolean }> {
    refuseIfAny(candidateFaults(input, ['input']));
    if (input.taskType) await this.directory.taskType(tx, input.taskType, ['input', 'taskType']);
    const before = await tx.findOneBy(SavedCandidate, { key: input.key });
    await tx.upsert(SavedCandidate, { key: input.key, estimate: { ...input }, savedAt: this.clock.now() }, [
      'key',
    ]);
    await this.audit.record(tx, caller, 'candidate.save', `candidate:${input.key}`, before, input);
    return { duplicate: false };
  }

  async remove(tx: Tx, caller: Caller, key: string): Promise<{ duplicate: boolean }> {
    const before = await tx.findOneBy(SavedCandidate, { key });
    if (!before)
      throw new Refusal('NOT_FOUND', `There is no saved candidate "${key.slice(0, 255)}".`, ['key']);
    await tx.delete(SavedCandidate, { key });
    await this.audit.record(tx, caller, 'candidate.remove', `candidate:${key}`, before, null);
    return { duplicate: false };
  }
}
