/** Every code that a mutation can refuse with; published in docs/errors.md, which a test compares with this list. */
export const ERROR_CODES = [
  'NOT_FOUND',
  'KEY_TAKEN',
  'ARCHIVED',
  'INVALID_INPUT',
  'CONFLICT',
  'IDEMPOTENCY_CONFLICT',
  'FORBIDDEN',
  'END_BEFORE_START',
  'AMBIGUOUS_LOCAL_TIME',
  'NONEXISTENT_LOCAL_TIME',
  'PERIOD_LOCKED',
  'UNREACHABLE_THRESHOLD',
  'INVALID_TRANSITION',
  'PATH_NOT_ALLOWED',
  'RUN_IN_PROGRESS',
  'NOTHING_NEW',
  'GATE_NOT_PASSED',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
