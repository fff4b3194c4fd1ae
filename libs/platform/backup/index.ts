// The door for the commands, which load no more of the platform than this.

export { SecretBox } from '../secret/secret-box.js';
export { secretKey } from '../secret/secret-key.js';
export { openObjectStore } from '../storage/open-object-store.js';
export { backUp } from './back-up.js';
export { BackupRefused } from './backup.errors.js';
export { findKey, keyFileOf, writeKeyBeside } from './backup-key.js';
export { restore } from './restore.js';
