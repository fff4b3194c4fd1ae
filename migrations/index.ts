import { CreatePlatform1764000000101 } from './1764000000101-create-platform.js';
import { CreateAccounts1764000000201 } from './1764000000201-create-accounts.js';

/** The whole history of the database, oldest first. Rows are only ever appended. */
export const migrations = [CreatePlatform1764000000101, CreateAccounts1764000000201];
