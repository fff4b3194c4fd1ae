import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, Ids, type Tx } from '#platform';
import type { WorkClass } from '../report/interval.js';
import type { WorkSource } from '../work/work-entry.columns.js';
import { WorkDraft } from './draft.entity.js';
import { type Span, undecided } from './inferred.rules.js';

/** Time that somebody seems to have worked; a draft as long as nobody said anything about it. */
export interface InferredStretch extends Span {
  personId: string;
  serviceId: string | null;
  workClass: WorkClass | null;
  source: WorkSource;
  note: string | null;
}

/** Keeps drafts in step with what they were inferred from. */
@Injectable()
export class InferredDrafts {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Makes the open drafts inferred from `origin` (within the span, when one is given) exactly the wanted stretches.
   * What was confirmed or dismissed stays, and its time is not asked about again.
   */
  async keep(
    tx: Tx,
    origin: string,
    wanted: readonly InferredStretch[],
    within: Span | null = null,
  ): Promise<void> {
    const all = (await tx.findBy(WorkDraft, { inferredFrom: origin })).filter(
      ({ startAt, endAt }) =>
        !within || (startAt.getTime() < within.endMs && endAt.getTime() > within.startMs),
    );
    const open = new Map(all.filter(isOpen).map((draft) => [keyOf(draft.personId, spanOf(draft)), draft]));
    for (const personId of new Set(wanted.map((stretch) => stretch.personId))) {
      const own = wanted.filter((stretch) => stretch.personId === personId);
      const decided = all.filter((draft) => !isOpen(draft) && draft.personId === personId).map(spanOf);
      for (const stretch of undecided(own, decided)) {
        // The rest stays as it is: somebody may look at it just now.
        if (!open.delete(keyOf(personId, stretch))) await tx.insert(WorkDraft, this.draft(origin, stretch));
      }
    }
    const gone = [...open.values()].map((draft) => draft.id);
    if (gone.length > 0) await tx.delete(WorkDraft, { id: In(gone), status: 'OPEN' });
  }

  private draft(origin: string, stretch: InferredStretch): WorkDraft {
    const { personId, serviceId, workClass, source, note, startMs, endMs } = stretch;
    return {
      ...{ id: this.ids.next('drf'), personId, serviceId, workClass, source, note },
      taskTypeId: null,
      startAt: new Date(startMs),
      endAt: new Date(endMs),
      externalId: null,
      inferredFrom: origin,
      status: 'OPEN',
      entryId: null,
      createdAt: this.clock.now(),
    };
  }
}

const isOpen = (draft: WorkDraft): boolean => draft.status === 'OPEN';

const spanOf = ({ startAt, endAt }: WorkDraft): Span => ({
  startMs: startAt.getTime(),
  endMs: endAt.getTime(),
});

const keyOf = (personId: string, { startMs, endMs }: Span): string => `${personId} ${startMs} ${endMs}`;
