import { MOST_PICTURES } from './protocol.js';

/** A request that cannot be answered: HTTP status and a sentence for the caller. */
export class BadPrediction extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The pictures of a request in TensorFlow Serving's row form: {"instances":[{"b64":"..."}]}, where an instance may also
 * name its one input: {"image_bytes":{"b64":"..."}}. Throws BadPrediction with the place of the fault.
 */
export function picturesOf(body: string): Buffer[] {
  const { instances } = parsed(body) as { instances?: unknown };
  if (!Array.isArray(instances)) {
    throw new BadPrediction(400, 'The body must be {"instances":[{"b64":"<base64 of a picture>"}]}.');
  }
  if (instances.length === 0) throw new BadPrediction(400, 'instances: at least one picture is needed.');
  if (instances.length > MOST_PICTURES) {
    throw new BadPrediction(
      413,
      `instances: ${instances.length} pictures; at most ${MOST_PICTURES} in one request.`,
    );
  }
  return instances.map(pictureOf);
}

function parsed(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    if (value !== null && typeof value === 'object') return value;
  } catch {
    // falls through: the same answer for everything that is no JSON object
  }
  throw new BadPrediction(400, 'The body is no JSON object.');
}

function pictureOf(instance: unknown, place: number): Buffer {
  const text = base64Of(instance);
  if (text === null)
    throw new BadPrediction(400, `instances[${place}]: must be {"b64":"<base64 of a picture>"}.`);
  if (text.length === 0) throw new BadPrediction(400, `instances[${place}].b64: is empty.`);
  return bytesOf(text) ?? bytesOf(text.replace(/[\r\n]/g, '')) ?? noBase64(place);
}

/**
 * Null for what is no base64. Buffer.from ignores such letters, so that a cut or mistyped text would become another
 * picture: it then gives fewer bytes than the text's length stands for.
 */
function bytesOf(text: string): Buffer | null {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const length = text.length - padding;
  // The two letters of the other alphabet are not ignored.
  if (length % 4 === 1 || text.includes('-') || text.includes('_')) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === Math.floor((length * 3) / 4) ? bytes : null;
}

function noBase64(place: number): never {
  throw new BadPrediction(400, `instances[${place}].b64: is no base64.`);
}

function base64Of(instance: unknown): string | null {
  if (instance === null || typeof instance !== 'object') return null;
  if ('b64' in instance) return typeof instance.b64 === 'string' ? instance.b64 : null;
  const values = Object.values(instance);
  return values.length === 1 ? base64Of(values[0]) : null;
}
