import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '#platform';

/** Ids and instants of new automations. */
@Injectable()
export class AutomationStamps {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  stamp(): { id: string; registeredAt: Date } {
    return { id: this.ids.next('aut'), registeredAt: this.clock.now() };
  }
}
