import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { SplitEnum } from './picture.type.js';

@ObjectType('LineRepair', {
  description: 'line: before the repair, 1-based. after: null when the line goes.',
})
export class LineRepairType {
  @Field(() => Int)
  line: number;

  @Field({ description: 'a byte order mark and a carriage return are written out' })
  before: string;

  @Field(() => String, { nullable: true })
  after: string | null;

  @Field(() => [String], { description: 'findings that it mends' })
  codes: string[];
}

@ObjectType('ManifestRepair', {
  description:
    'What can be repaired in a manifest without guessing: byte order mark, carriage returns, blank lines, header, delimiter, and paths that are found when written otherwise.',
})
export class ManifestRepairType {
  @Field({
    description: 'of the file; applyManifestRepair wants it, so that what is applied is what was seen',
  })
  sourceSha256: string;

  @Field(() => Int)
  changedLines: number;

  @Field(() => [LineRepairType], { description: 'the first 200' })
  changes: LineRepairType[];

  @Field({ description: 'the first 200 changes in lines of - and +' })
  diff: string;

  @Field(() => Int, { description: 'lines that only their author can mend' })
  remainingFaults: number;

  @Field(() => Int, { nullable: true, description: 'The repair in use; null before the first.' })
  revision: number | null;
}

@InputType({ description: 'dataset: key.' })
export class ApplyManifestRepairInput {
  @Field()
  dataset: string;

  @Field(() => SplitEnum)
  split: keyof typeof SplitEnum;

  @Field()
  sourceSha256: string;
}
