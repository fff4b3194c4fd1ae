import type { Provider } from '@nestjs/common';
import { CorrectIncidentEnd } from './correct-incident-end.service.js';
import { EventDesk } from './event-desk.js';
import { IncidentRepository } from './incident.repository.js';
import { IncidentEchoes } from './incident-echoes.js';
import { IncidentOpening } from './incident-opening.js';
import { IncidentRegister } from './incident-register.js';
import { IncidentTimes } from './incident-times.js';
import { LifeKeeper } from './life-keeper.js';
import { MergeIncidents } from './merge-incidents.service.js';
import { OpenIncident } from './open-incident.service.js';
import { Quarantine } from './quarantine.js';
import { RecordIncidentEvent } from './record-incident-event.service.js';
import { ReviewIncident } from './review-incident.service.js';

/** The use cases of incidents and what they stand on. */
export const incidentProviders: Provider[] = [
  CorrectIncidentEnd,
  EventDesk,
  IncidentEchoes,
  IncidentOpening,
  IncidentRegister,
  IncidentRepository,
  IncidentTimes,
  LifeKeeper,
  MergeIncidents,
  OpenIncident,
  Quarantine,
  RecordIncidentEvent,
  ReviewIncident,
];
