import { createClient as createSocket } from 'graphql-ws';
import {
  cacheExchange,
  createClient,
  type ExecutionResult,
  fetchExchange,
  gql,
  mapExchange,
  subscriptionExchange,
} from 'urql';

export { gql };

/** Called when the server no longer knows who is asking. */
let onSignedOut: () => void = () => undefined;
/** Names what happens when the session has ended. */
export const whenSignedOut = (act: () => void): void => {
  onSignedOut = act;
};

/** Whether an error of the API says that nobody is signed in. */
export const isSignedOut = (error: {
  graphQLErrors: { extensions?: Record<string, unknown> }[];
  response?: { status?: number };
}) =>
  error.response?.status === 401 ||
  error.graphQLErrors.some((one) => one.extensions?.code === 'UNAUTHENTICATED');

const LONGEST_WAIT_MS = 15_000;

const reconnected = new EventTarget();
/** Calls when the socket is back after it was cut: what happened meanwhile was missed. Returns how to stop. */
export const whenReconnected = (act: () => void): (() => void) => {
  reconnected.addEventListener('back', act);
  return () => reconnected.removeEventListener('back', act);
};

// A stream of server-sent events each would use up the six connections that a browser grants a host.
const openSocket = () =>
  createSocket({
    url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) =>
      new Promise((done) => setTimeout(done, Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries))),
    on: {
      connected: (_socket, _payload, wasRetry) => {
        if (wasRetry) reconnected.dispatchEvent(new Event('back'));
      },
    },
  });

/** The one client: POST with the session cookie, all subscriptions of a window over one socket. */
export const createApi = () => {
  const socket = openSocket();
  return createClient({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { 'x-untoil-web': '1' } },
    exchanges: [
      cacheExchange,
      mapExchange({
        onError: (error) => {
          if (isSignedOut(error)) onSignedOut();
        },
      }),
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query: query ?? '', variables },
              { ...sink, next: (result) => sink.next(result as ExecutionResult) },
            ),
          }),
        }),
      }),
      fetchExchange,
    ],
  });
};
