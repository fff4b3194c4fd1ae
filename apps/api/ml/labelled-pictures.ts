import type { LabelledPicture } from '#ml';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Instances as they came; what is no base64 becomes an empty picture, which is refused at its place. */
export const labelledPictures = (instances: readonly unknown[]): LabelledPicture[] =>
  instances.map((instance) => {
    const { b64, label } = (instance ?? {}) as { b64?: unknown; label?: unknown };
    const text = typeof b64 === 'string' ? b64.replace(/[\r\n]/g, '') : '';
    return {
      bytes: BASE64.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0),
      label: typeof label === 'string' ? label : '',
    };
  });
