import { Injectable } from '@nestjs/common';
import { Clock, Ids, Refusal, Transactions } from '#platform';
import { QuarantinedIncidentEvent } from './quarantine.entity.js';
import type { IncidentEventInput } from './record-incident-event.service.js';

/** Keeps refused events apart: they count for nothing, and nobody has to guess later what a sender's clock did. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Runs the work; an event that it refuses as earlier than the opening is put aside, and the refusal goes on. */
  async around<T>(input: IncidentEventInput, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const incidentId = error instanceof Refusal ? incidentOf(error) : null;
      // The refusal rolled its transaction back, so this is one of its own.
      if (incidentId)
        await this.transactions.run((tx) =>
          tx.insert(QuarantinedIncidentEvent, this.row(incidentId, input, error as Refusal)),
        );
      throw error;
    }
  }

  /** What was put aside for an incident, oldest first. */
  of(incidentId: string): Promise<QuarantinedIncidentEvent[]> {
    return this.transactions.read.find(QuarantinedIncidentEvent, {
      where: { incidentId },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
  }

  private row(incidentId: string, event: IncidentEventInput, { message }: Refusal): QuarantinedIncidentEvent {
    return {
      id: this.ids.next('qie'),
      incidentId,
      event: { ...event },
      reason: message,
      recordedAt: this.clock.now(),
    };
  }
}

function incidentOf({ code, details }: Refusal): string | null {
  if (code !== 'END_BEFORE_START') return null;
  return (details as { incidentId?: string } | undefined)?.incidentId ?? null;
}
