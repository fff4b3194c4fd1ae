import { useEffect, useState } from 'react';
import { gql } from '../graphql/client.js';
import type {
  PreviewQuickEntryQuery,
  PreviewQuickEntryQueryVariables,
} from '../graphql/generated/operations.js';
import { useRead } from '../graphql/use-read.js';

const Preview = gql<PreviewQuickEntryQuery, PreviewQuickEntryQueryVariables>(/* GraphQL */ `
  query PreviewQuickEntry($person: String, $line: String!) {
    previewQuickEntry(person: $person, line: $line) {
      durationSeconds clock { start end } service taskType date note faults { word code message }
    }
  }
`);

/** How the server understands a line. */
export type LinePreview = PreviewQuickEntryQuery['previewQuickEntry'];

const PAUSE_MS = 120;

/** How the server understands what stands in the field, a moment after the last key; null where nothing does. */
export const useLinePreview = (person: string, line: string): LinePreview | null => {
  const text = line.trim();
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useRead(
    Preview,
    { person: person || null, line: settled },
    { types: ['Service', 'TaskType'], pause: settled === '' },
  );
  return text === '' || settled === '' ? null : (data?.previewQuickEntry ?? null);
};

/** Whole minutes as the duration field takes them: 5400 -> "1:30". */
export const clockOf = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};
