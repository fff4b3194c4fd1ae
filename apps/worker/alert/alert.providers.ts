import type { Provider } from '@nestjs/common';
import { AlertNoticeHandler } from './alert-notice.handler.js';
import { AlertOpenedHandler } from './alert-opened.handler.js';
import { AlertResolvedHandler } from './alert-resolved.handler.js';

/** What the worker does about alerts. */
export const alertProviders: Provider[] = [AlertNoticeHandler, AlertOpenedHandler, AlertResolvedHandler];
