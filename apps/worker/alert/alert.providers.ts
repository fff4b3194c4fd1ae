import type { Provider } from '@nestjs/common';
import { AlertNoticeHandler } from './alert-notice.handler.js';

/** What the worker does about alerts. */
export const alertProviders: Provider[] = [AlertNoticeHandler];
