import type { ConvPlan } from '../engine/network.rules.js';
import type { Activation } from './activations.rules.js';
import type { Tiles } from './tile-sheet.rules.js';

const ZERO_GREY = 128;
const REACH = 127;

/**
 * One tile for each filter of a convolution, kernel float32 [k, k, in, out]. Three inputs are shown as red, green and
 * blue; more are averaged into grey. Each tile is stretched by its own largest weight and centred: middle grey is zero.
 */
export function filterTiles(
  { kernel: side, inChannels, outChannels }: ConvPlan,
  kernel: Float32Array,
): Tiles {
  const channels = inChannels === 3 ? 3 : 1;
  const averaged = inChannels / channels;
  const tiles = Array.from({ length: outChannels }, (_, out) => {
    const values = Float64Array.from({ length: side * side * channels }, (_, i) => {
      const tap = Math.floor(i / channels);
      let sum = 0;
      for (let c = 0; c < averaged; c++) {
        const input = channels === 3 ? i % 3 : c;
        sum += kernel[(tap * inChannels + input) * outChannels + out] as number;
      }
      return sum / averaged;
    });
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return Uint8Array.from(values, (value) =>
      largest === 0 ? ZERO_GREY : Math.round(ZERO_GREY + (REACH * value) / largest),
    );
  });
  return { side, channels, tiles };
}

/** One grey tile for each channel of an activation: black is zero, white the channel's largest value. */
export function activationTiles({ size, channels, values }: Activation): Tiles {
  const tiles = Array.from({ length: channels }, (_, channel) => {
    const largest = largestOf(values, channel, channels);
    return Uint8Array.from({ length: size * size }, (_, i) =>
      largest === 0 ? 0 : Math.round((255 * (values[i * channels + channel] as number)) / largest),
    );
  });
  return { side: size, channels: 1, tiles };
}

/** Channels of an activation that are zero everywhere: filters that this picture does not excite. */
export function silentChannels({ channels, values }: Activation): number {
  return Array.from({ length: channels }, (_, channel) => largestOf(values, channel, channels)).filter(
    (largest) => largest === 0,
  ).length;
}

function largestOf(values: Float32Array, channel: number, channels: number): number {
  let largest = 0;
  for (let i = channel; i < values.length; i += channels) largest = Math.max(largest, values[i] as number);
  return largest;
}
