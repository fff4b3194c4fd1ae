import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnyVariables, type DocumentInput, useClient } from 'urql';
import { useToast } from '../design/toast.js';
import { type UserError, useRefusals } from '../server-words/use-refusal.js';

interface Payload {
  userErrors: UserError[];
}
/** The answer of a write: the payload when it was done, otherwise null. */
export interface Write<Data, Variables> {
  run: (variables: Variables) => Promise<Data | null>;
  busy: boolean;
  errors: UserError[];
  /** The refusal that belongs to an input field, by the last name of its path. */
  errorOf: (field: string) => string | undefined;
  clear: () => void;
}

/** Sends a mutation; refusals land in errors and, when quiet is not set, in a toast. types: what becomes old by it. */
export const useWrite = <Data extends object, Variables extends AnyVariables>(
  mutation: DocumentInput<Data, Variables>,
  types: string[] = [],
  options: { quiet?: boolean } = {},
): Write<Data, Variables> => {
  const client = useClient();
  const say = useToast();
  const { t } = useTranslation();
  const inWords = useRefusals();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<UserError[]>([]);
  const stale = types.join(' ');
  const run = useCallback(
    async (variables: Variables): Promise<Data | null> => {
      setBusy(true);
      const result = await client
        .mutation<Data, Variables>(mutation, variables, {
          additionalTypenames: stale ? stale.split(' ') : [],
        })
        .toPromise();
      const payload = result.data ? (Object.values(result.data)[0] as Payload | undefined) : undefined;
      const [masked] = result.error?.graphQLErrors ?? [];
      const refused: UserError[] = result.error?.networkError
        ? [{ code: 'NETWORK', message: t('common.offline'), path: [] }]
        : await inWords(
            result.error
              ? [
                  {
                    code: String(masked?.extensions?.code ?? ''),
                    message: masked?.message ?? result.error.message,
                    path: [],
                  },
                ]
              : (payload?.userErrors ?? []),
          );
      setBusy(false);
      setErrors(refused);
      const first = refused[0];
      if (first) {
        if (!options.quiet) say(t('common.notSaved', { reason: first.message }), { bad: true });
        return null;
      }
      return result.data ?? null;
    },
    [client, mutation, stale, options.quiet, say, t, inWords],
  );
  return {
    run,
    busy,
    errors,
    errorOf: (field) => errors.find((error) => error.path.at(-1) === field)?.message,
    clear: () => setErrors([]),
  };
};
