import {
  DEFAULT_STALE_POLICY,
  type Incident,
  type IncidentEvent,
  IncidentRegister,
  type StalePolicy,
} from '#toil';
import { byKey, grouped, type Loader, type Loaders, Loads, type LoadsMany } from '../graphql/loaders.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    incident: Loader<Incident>;
    incidentEvents: Loader<IncidentEvent[]>;
    stalePolicy: Loader<StalePolicy>;
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

/** The one policy for forgotten incidents, read once for a whole list of them; the key does not matter. */
@Loads('stalePolicy')
export class StalePolicyLoader implements LoadsMany<StalePolicy> {
  constructor(private readonly register: IncidentRegister) {}

  async many(keys: readonly string[]): Promise<Map<string, StalePolicy>> {
    const policy = await this.register.stalePolicy();
    return new Map(keys.map((key) => [key, policy]));
  }
}

/** The policy for forgotten incidents in this request. */
export const stalePolicyOf = async (loaders: Loaders): Promise<StalePolicy> =>
  (await loaders.stalePolicy.load('')) ?? DEFAULT_STALE_POLICY;
