import { cacheExchange, createClient, fetchExchange, gql, mapExchange } from 'urql';

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

/** The one client: POST with the session cookie, subscriptions over server-sent events. */
export const createApi = () =>
  createClient({
    url: '/graphql',
    preferGetMethod: false,
    fetchSubscriptions: true,
    fetchOptions: { credentials: 'same-origin', headers: { 'x-untoil-web': '1' } },
    exchanges: [
      cacheExchange,
      mapExchange({
        onError: (error) => {
          if (isSignedOut(error)) onSignedOut();
        },
      }),
      fetchExchange,
    ],
  });
