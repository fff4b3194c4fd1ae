import type { Api } from './api.js';
import { Failure } from './failure.js';
import { nearest } from './nearest.rules.js';

/** A list of the server in which a key that a command was given should stand. */
export type Listed = 'services' | 'pipelines' | 'datasets';

/** Runs a part of a command; where the key is not known the refusal says which one was meant, if one is near. */
export const withHint = async <Result>(
  api: Api,
  { list, key }: { list: Listed; key: string },
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure) || error.errors[0]?.code !== 'NOT_FOUND') throw error;
    const found = await api.query<Record<Listed, { nodes: { key: string }[] }>>(
      `{ ${list}(first: 100) { nodes { key } } }`,
    );
    const meant = nearest(
      key,
      found[list].nodes.map((one) => one.key),
    );
    if (meant === null || meant === key) throw error;
    throw new Failure(`${error.message} Did you mean ${meant}?`, error.exitCode, error.errors);
  }
};

/** The refusal of a key that stands in no list. */
export const unknownKey = (message: string): Failure =>
  new Failure(message, undefined, [{ code: 'NOT_FOUND', message }]);
