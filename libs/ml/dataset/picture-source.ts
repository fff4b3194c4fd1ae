import { Injectable } from '@nestjs/common';
import { ObjectStore } from '#platform';
import type { DatasetRow, RowFault } from './dataset-row.entity.js';
import { ImportRoots } from './import-roots.js';

/** Where the bytes of a row come from: a file under the dataset's root, or the object store for what was uploaded. */
@Injectable()
export class PictureSource {
  constructor(
    private readonly roots: ImportRoots,
    private readonly store: ObjectStore,
  ) {}

  /** The file as it is, or the fault that stands in the way. */
  async read(root: string | null, row: Pick<DatasetRow, 'path' | 'objectSha'>): Promise<Buffer | RowFault> {
    if (row.objectSha === null) {
      return root === null
        ? { code: 'PATH_MISSING', severity: 'FAIL', message: 'has no root' }
        : this.roots.readPicture(root, row.path);
    }
    if (!(await this.store.has(row.objectSha)))
      return { code: 'PATH_MISSING', severity: 'FAIL', message: 'is no longer in the store' };
    return this.store.get(row.objectSha);
  }
}

/** The path whose extension claims a format; an uploaded picture is kept in a form of ours, whatever it was called. */
export const namedPath = (row: Pick<DatasetRow, 'path' | 'objectSha'>): string =>
  row.objectSha === null ? row.path : '';
