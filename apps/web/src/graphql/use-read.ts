import { useCallback, useEffect, useMemo } from 'react';
import { type AnyVariables, type CombinedError, type DocumentInput, useQuery } from 'urql';

/** What a page gets from a query: the last data stays while new data is on its way. */
export interface Read<Data> {
  data: Data | undefined;
  error: CombinedError | undefined;
  fetching: boolean;
  again: () => void;
}

/**
 * Reads a query and keeps it fresh. types: names of types whose change makes the answer old (needed where lists may be empty).
 * everySeconds asks again while the page is visible.
 */
export const useRead = <Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  options: { types?: string[]; everySeconds?: number; pause?: boolean } = {},
): Read<Data> => {
  const types = options.types?.join(' ');
  const context = useMemo(
    () => ({ requestPolicy: 'cache-and-network' as const, additionalTypenames: types?.split(' ') ?? [] }),
    [types],
  );
  const [result, execute] = useQuery({
    query,
    variables,
    pause: options.pause ?? false,
    context,
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const { everySeconds, pause } = options;
  useEffect(() => {
    if (!everySeconds || pause) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') execute({ requestPolicy: 'network-only' });
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds, pause, execute]);
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  return {
    data: result.data,
    error: result.error,
    fetching: result.fetching || result.stale,
    again,
  };
};
