/** A backup that cannot be made or used, with what the reader can do about it. Thrown before anything was written. */
export class BackupRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupRefused';
  }
}
