import type { PictureFeatures } from '../image/decode-picture.js';
import type { Severity } from './finding.js';
import type { Thresholds } from './thresholds.rules.js';

/** Blur and exposure of one picture; what FAILs takes the picture out of use. */
export function qualityFaults(
  { sharpness, mean, deviation }: Pick<PictureFeatures, 'sharpness' | 'mean' | 'deviation'>,
  { BLUR, EXPOSURE }: Pick<Thresholds, 'BLUR' | 'EXPOSURE'>,
): { code: 'BLUR' | 'EXPOSURE'; severity: Severity; message: string }[] {
  const faults: { code: 'BLUR' | 'EXPOSURE'; severity: Severity; message: string }[] = [];
  // Either threshold counts by itself: somebody may set `fail` alone, above the `warn` that was left as it is.
  if (sharpness < BLUR.warn || sharpness < BLUR.fail) {
    const severity: Severity = sharpness < BLUR.fail ? 'FAIL' : 'WARN';
    faults.push({
      code: 'BLUR',
      severity,
      message: `has sharpness ${sharpness.toFixed(0)}, below ${severity === 'FAIL' ? BLUR.fail : BLUR.warn}`,
    });
  }
  if (mean < EXPOSURE.low || mean > EXPOSURE.high) {
    const side =
      mean < EXPOSURE.low
        ? `dark: mean grey ${mean.toFixed(0)}, below ${EXPOSURE.low}`
        : `bright: mean grey ${mean.toFixed(0)}, above ${EXPOSURE.high}`;
    faults.push({ code: 'EXPOSURE', severity: 'WARN', message: `is too ${side}` });
  } else if (deviation < EXPOSURE.deviation) {
    faults.push({
      code: 'EXPOSURE',
      severity: 'WARN',
      message: `is flat: deviation ${deviation.toFixed(0)}, below ${EXPOSURE.deviation}`,
    });
  }
  return faults;
}
