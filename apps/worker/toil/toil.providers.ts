import type { Provider } from '@nestjs/common';
import { OpsClock } from './ops-clock.js';
import { RollupClock } from './rollup-clock.js';

/** The clocks of toil. */
export const toilProviders: Provider[] = [OpsClock, RollupClock];
