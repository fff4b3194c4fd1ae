import { type ErrorCode, Refusal, Refusals } from '#platform';

/** One expected "no", as the API shows it. */
export interface UserErrorShape {
  code: ErrorCode;
  message: string;
  path: string[];
  details: object | null;
}

type Answered<T> = T & { userErrors: UserErrorShape[] };

/** Runs a use case and wraps what it made; a refusal becomes userErrors, anything else is thrown on. */
export function answer<K extends string, T>(
  name: K,
  work: () => Promise<T>,
): Promise<Answered<Record<K, T | null>>> {
  return answerWith(
    { [name]: null } as Record<K, T | null>,
    async () => ({ [name]: await work() }) as Record<K, T>,
  );
}

/** Like `answer` for payloads with more fields: `refused` holds what they are when nothing was written. */
export async function answerWith<T extends object>(refused: T, work: () => Promise<T>): Promise<Answered<T>> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    const userErrors = userErrorsOf(error);
    if (userErrors.length === 0) throw error;
    return { ...refused, userErrors };
  }
}

/** For mutations that only say whether it was done; work may return `{ duplicate }` when the same had been done before. */
export function accepted(
  work: () => Promise<unknown>,
): Promise<Answered<{ accepted: boolean; duplicate: boolean }>> {
  const refused: { accepted: boolean; duplicate: boolean } = { accepted: false, duplicate: false };
  return answerWith(refused, async () => {
    const done = (await work()) as { duplicate?: unknown } | null | undefined;
    return { accepted: true, duplicate: done?.duplicate === true };
  });
}

/** The refusals that an error carries; none when it is a surprise. */
export function userErrorsOf(error: unknown): UserErrorShape[] {
  const list = error instanceof Refusals ? error.list : error instanceof Refusal ? [error] : [];
  return list.map(({ code, message, path, details }) => ({ code, message, path, details: details ?? null }));
}
