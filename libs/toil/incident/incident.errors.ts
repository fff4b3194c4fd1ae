import { Refusal } from '#platform';

const LONGEST_TITLE = 500;
const LONGEST_NAME = 255;
const LONGEST_STATED_MINUTES = 7 * 24 * 60;

/** An event before the opening would make a negative duration. */
export const beforeOpening = (
  at: Date,
  { id, openedAt }: { id: string; openedAt: Date },
  path = ['input', 'at'],
): Refusal =>
  new Refusal(
    'END_BEFORE_START',
    `The event (${at.toISOString()}) lies before the incident was opened (${openedAt.toISOString()}).`,
    path,
    { incidentId: id, openedAt: openedAt.toISOString() },
  );

export const noSuchIncident = (id: string, path = ['input', 'incident']): Refusal =>
  new Refusal('NOT_FOUND', `There is no incident ${id}.`, path);

/** Somebody else changed the incident since it was read. */
export const staleVersion = ({ version }: { version: number }): Refusal =>
  new Refusal(
    'CONFLICT',
    `The incident was changed meanwhile: it is at version ${version} now.`,
    ['input', 'version'],
    { currentVersion: version },
  );

/** The fault of a text that people or systems name things with; null when it is fine. */
export function textFault(
  name: string,
  text: string | null | undefined,
  longest = LONGEST_NAME,
): Refusal | null {
  if (text === null || text === undefined) return null;
  const path = ['input', name];
  if (text.trim().length === 0) return new Refusal('INVALID_INPUT', `${name} must not be empty.`, path);
  if (text.length > longest)
    return new Refusal('INVALID_INPUT', `${name} holds at most ${longest} characters.`, path);
  if (text.includes('\u0000'))
    return new Refusal('INVALID_INPUT', `${name} holds a character that no text has.`, path);
  return null;
}

export const titleFault = (title: string | null | undefined): Refusal | null =>
  textFault('title', title, LONGEST_TITLE);

export function severityFault(severity: number): Refusal | null {
  if (severity >= 1 && severity <= 5) return null;
  return new Refusal('INVALID_INPUT', 'severity goes from 1 (worst) to 5.', ['input', 'severity']);
}

export function handsOnFault(
  minutes: number | null | undefined,
  person: string | null | undefined,
): Refusal | null {
  if (minutes === null || minutes === undefined) return null;
  const path = ['input', 'handsOnMinutes'];
  if (minutes < 0 || minutes > LONGEST_STATED_MINUTES)
    return new Refusal(
      'INVALID_INPUT',
      `handsOnMinutes goes from 0 to ${LONGEST_STATED_MINUTES} (a week).`,
      path,
    );
  if (!person)
    return new Refusal('INVALID_INPUT', 'handsOnMinutes belong to a person: name them.', ['input', 'person']);
  return null;
}
