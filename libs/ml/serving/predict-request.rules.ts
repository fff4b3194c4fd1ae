import { MOST_PICTURES } from './protocol.js';

/** A request that cannot be answered: HTTP status and a sentence for the caller. */
export class BadPrediction extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

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
  // Buffer.from ignores what is no base64: a cut or mistyped text would become another picture.
  const stripped = text.replace(/[\r\n]/g, '');
  if (!BASE64.test(stripped) || stripped.replace(/=+$/, '').length % 4 === 1) {
    throw new BadPrediction(400, `instances[${place}].b64: is no base64.`);
  }
  return Buffer.from(stripped, 'base64');
}

function base64Of(instance: unknown): string | null {
  if (instance === null || typeof instance !== 'object') return null;
  if ('b64' in instance) return typeof instance.b64 === 'string' ? instance.b64 : null;
  const values = Object.values(instance);
  return values.length === 1 ? base64Of(values[0]) : null;
}
