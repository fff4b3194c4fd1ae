/** The contract lives in core (`libs/ml/engine`), so that core code can be written against it without importing this room. */
export * from '../engine/contract.js';
