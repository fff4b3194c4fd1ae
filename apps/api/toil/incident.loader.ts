import { type Incident, type IncidentEvent, IncidentRegister } from '#toil';
import { byKey, grouped, type Loader, Loads, type LoadsMany } from '../graphql/loaders.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    incident: Loader<Incident>;
    incidentEvents: Loader<IncidentEvent[]>;
  }
}

/** Incidents by id. */
@Loads('incident')
export class IncidentLoader implements LoadsMany<Incident> {
  constructor(private readonly register: IncidentRegister) {}

  async many(ids: readonly string[]): Promise<Map<string, Incident>> {
    return byKey(await this.register.byIds(ids));
  }
}

/** The events of incidents, by incident. */
@Loads('incidentEvents')
export class IncidentEventsLoader implements LoadsMany<IncidentEvent[]> {
  constructor(private readonly register: IncidentRegister) {}

  async many(ids: readonly string[]): Promise<Map<string, IncidentEvent[]>> {
    return grouped(await this.register.events(ids), (event) => event.incidentId ?? '');
  }

  nothing(): IncidentEvent[] {
    return [];
  }
}
