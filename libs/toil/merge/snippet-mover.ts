import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Ids, type Tx } from '#platform';
import { Snippet } from '../survey/snippet.entity.js';

/** Moves weekly notes; replaced ones stay for reports as of an earlier instant. */
@Injectable()
export class SnippetMover {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Where the survivor has a note of the same week, place and person, both become one with the sum of their time. */
  async move(tx: Tx, column: 'personId' | 'serviceId', from: string, into: string): Promise<number> {
    const now = this.clock.now();
    const gone = await tx.findBy(Snippet, { [column]: from, supersededAt: IsNull() });
    for (const note of gone) {
      const place = {
        personId: note.personId,
        serviceId: note.serviceId,
        weekStarting: note.weekStarting,
        [column]: into,
      };
      const twin = await tx.findOneBy(Snippet, { ...place, supersededAt: IsNull() });
      for (const { id } of twin ? [note, twin] : [note])
        await tx.update(Snippet, { id }, { supersededAt: now });
      await tx.insert(Snippet, {
        ...place,
        id: this.ids.next('snp'),
        toilSeconds: note.toilSeconds + (twin?.toilSeconds ?? 0),
        text: [twin?.text, note.text].filter(Boolean).join('\n') || null,
        recordedAt: now,
        supersededAt: null,
      });
    }
    return gone.length;
  }
}
