import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../graphql/connection.js';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { FindingType, VerdictEnum } from './finding.type.js';

export const SizePolicyEnum = { STRICT: 'STRICT', RESIZE: 'RESIZE', CENTER_CROP: 'CENTER_CROP' } as const;
registerEnumType(SizePolicyEnum, { name: 'SizePolicy' });

isNode('ds', 'Dataset', 'dataset');

@ObjectType('DataReport')
export class DataReportType {
  @Field(() => VerdictEnum)
  verdict: keyof typeof VerdictEnum;

  @Field(() => Int)
  usableTraining: number;

  @Field(() => Int)
  usableValidation: number;

  @Field(() => [FindingType])
  findings: FindingType[];

  @Field({ description: 'SHA-256 over the usable pictures of both splits, their labels and the policy.' })
  digest: string;
}

@ObjectType('Dataset', { implements: () => [Node] })
export class DatasetType extends Node {
  @Field()
  key: string;

  @Field(() => [String])
  classNames: string[];
}

/** One page of datasets. */
export const DatasetConnection = Connection(DatasetType, 'Dataset');

@ObjectType()
export class DatasetPayload extends Payload {
  @Field(() => DatasetType, { nullable: true })
  dataset: DatasetType | null;
}
