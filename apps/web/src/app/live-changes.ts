import { useEffect, useRef } from 'react';
import { useSubscription } from 'urql';
import { gql, whenReconnected } from '../graphql/client.js';
import type {
  AlertLiveSubscription,
  AlertLiveSubscriptionVariables,
  IncidentLiveSubscription,
  IncidentLiveSubscriptionVariables,
} from '../graphql/generated/operations.js';

const IncidentLive = gql<IncidentLiveSubscription, IncidentLiveSubscriptionVariables>(/* GraphQL */ `
  subscription IncidentLive { incidentChanged { id status } }
`);
const AlertLive = gql<AlertLiveSubscription, AlertLiveSubscriptionVariables>(/* GraphQL */ `
  subscription AlertLive { alertRaised { id status } }
`);

/** Calls when the window is looked at again or its connection is back: what was missed meanwhile is read then. */
const useReturn = (act: () => void): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onFocus = () => latest.current();
    window.addEventListener('focus', onFocus);
    const stop = whenReconnected(onFocus);
    return () => {
      window.removeEventListener('focus', onFocus);
      stop();
    };
  }, []);
};

/**
 * Calls again whenever an incident is opened or changes anywhere; with an id, that one only. Every caller of a window
 * shares one connection.
 */
export const useLiveIncidents = (again: () => void, id?: string): void => {
  const [live] = useSubscription<
    IncidentLiveSubscription,
    IncidentLiveSubscription,
    IncidentLiveSubscriptionVariables
  >({ query: IncidentLive });
  const changed = live.data?.incidentChanged;
  useEffect(() => {
    if (changed && (id === undefined || changed.id === id)) again();
  }, [changed, id, again]);
  useReturn(again);
};

/** Calls again whenever an alert is raised or changes. */
export const useLiveAlerts = (again: () => void): void => {
  const [live] = useSubscription<
    AlertLiveSubscription,
    AlertLiveSubscription,
    AlertLiveSubscriptionVariables
  >({ query: AlertLive });
  const raised = live.data?.alertRaised;
  useEffect(() => {
    if (raised) again();
  }, [raised, again]);
  useReturn(again);
};
