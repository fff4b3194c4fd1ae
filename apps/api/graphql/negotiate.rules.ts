/** What an answer can be written as. */
export type AnswerType = 'application/graphql-response+json' | 'application/json' | 'text/event-stream';

const KNOWN: readonly AnswerType[] = [
  'application/graphql-response+json',
  'application/json',
  'text/event-stream',
];

/**
 * Which form the caller wants, by the Accept header: the first of ours with the greatest weight. Null: none of ours.
 * Without a header, and for anything goes, it is application/json, which every client understands.
 */
export function answerType(accept: string | undefined): AnswerType | null {
  if (!accept) return 'application/json';
  let best: AnswerType | null = null;
  let weight = 0;
  for (const part of accept.split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const type =
      range === '*/*' || range === 'application/*' ? 'application/json' : KNOWN.find((one) => one === range);
    if (!type || refusesUtf8(parameters)) continue;
    const own = weightOf(parameters);
    if (own > weight) [best, weight] = [type, own];
  }
  return best;
}

const weightOf = (parameters: readonly string[]): number => {
  const stated = parameters.find((parameter) => parameter.startsWith('q='));
  return stated ? Number(stated.slice(2)) || 0 : 1;
};

const refusesUtf8 = (parameters: readonly string[]): boolean =>
  parameters.some(
    (parameter) => parameter.startsWith('charset=') && parameter.replaceAll('"', '') !== 'charset=utf-8',
  );
