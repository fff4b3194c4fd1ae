import { useCallback } from 'react';
import { useSentence } from './use-sentence.js';

/** A sentence of the server in the reader's language. Drawing it loads the sentences, so it stands only where there is one. */
export const Said = ({ text }: { text: string }) => useSentence()(text);

interface Titled {
  title: string;
  source: string;
}

// Such incidents were opened by an alert of Untoil itself, which wrote their titles; people wrote all others.
const isOwn = ({ source }: Titled): boolean => source === 'untoil';

/** The title of an incident, in the reader's language where Untoil wrote it. */
export const IncidentTitle = ({ incident }: { incident: Titled }) =>
  isOwn(incident) ? <Said text={incident.title} /> : incident.title;

/** Titles of incidents as plain texts, for pages that load the sentences anyway. */
export const useIncidentTitle = (): ((incident: Titled) => string) => {
  const say = useSentence();
  return useCallback((incident) => (isOwn(incident) ? say(incident.title) : incident.title), [say]);
};
