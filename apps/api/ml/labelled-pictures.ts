import type { LabelledPicture } from '#ml';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Instances as they came. A picture counts before a prediction's id; what is no base64 becomes an empty picture, which is
 * refused at its place.
 */
export const labelledPictures = (instances: readonly unknown[]): LabelledPicture[] =>
  instances.map((instance) => {
    const { b64, prediction, label } = (instance ?? {}) as Record<'b64' | 'prediction' | 'label', unknown>;
    const name = typeof label === 'string' ? label : '';
    if (typeof prediction === 'string' && (b64 === undefined || b64 === null))
      return { label: name, prediction };
    const text = typeof b64 === 'string' ? b64.replace(/[\r\n]/g, '') : '';
    return { label: name, bytes: BASE64.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0) };
  });
