import { Entity, PrimaryColumn } from 'typeorm';

/** A picture that is held back for validation in a dataset without a validation manifest; it stays held back. */
@Entity('held_picture')
export class HeldPicture {
  @PrimaryColumn('text')
  datasetId: string;

  @PrimaryColumn('text')
  pixelSha: string;
}
