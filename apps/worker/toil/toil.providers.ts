import type { Provider } from '@nestjs/common';
import { RollupClock } from './rollup-clock.js';

/** The clocks of toil. */
export const toilProviders: Provider[] = [RollupClock];
