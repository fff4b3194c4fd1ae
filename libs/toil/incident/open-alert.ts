import { Not } from 'typeorm';
import { Alert, type Tx } from '#platform';

/** Whether an alert of that kind and subject is open; raising it again would count one more occurrence. */
export const hasOpenAlert = (tx: Tx, kind: string, subject: string): Promise<boolean> =>
  tx.existsBy(Alert, { kind, subject, status: Not('RESOLVED') });
