import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DEPLOYMENT_STATES, GATE_OUTCOMES, type GateOutcome } from '#ml';
import { Connection } from '../graphql/connection.js';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { CountScalar, DateTimeScalar, DecimalScalar } from '../graphql/scalars.js';
import { PictureType } from './picture.type.js';

const enumOf = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const GateOutcomeEnum = enumOf(GATE_OUTCOMES);
registerEnumType(GateOutcomeEnum, { name: 'GateOutcome' });

export const DeploymentStateEnum = enumOf(DEPLOYMENT_STATES);
registerEnumType(DeploymentStateEnum, { name: 'DeploymentState' });

isNode('mdl', 'ModelVersion', 'modelVersion');

@ObjectType('ClassResult', {
  description: 'confusion: how many of this class were called each class, in class order',
})
export class ClassResultType {
  @Field()
  name: string;

  @Field(() => Int)
  n: number;

  @Field(() => DecimalScalar, { nullable: true })
  recallPercent: string | null;

  @Field(() => [Int])
  confusion: number[];

  @Field(() => [PictureType], { description: 'Pictures of this class that were called another one.' })
  misread: PictureType[];

  @Field(() => [String], { description: 'What each picture of misread was called, in the same order.' })
  misreadAs: string[];
}

@ObjectType('GateDecision')
export class GateDecisionType {
  @Field(() => GateOutcomeEnum)
  outcome: GateOutcome;

  @Field(() => Int)
  n: number;

  @Field(() => DecimalScalar, { description: 'percent' })
  accuracy: string;

  @Field(() => Int)
  bothRight: number;

  @Field(() => Int)
  bothWrong: number;

  @Field(() => DecimalScalar)
  wilsonLowPercent: string;

  @Field(() => DecimalScalar)
  wilsonHighPercent: string;

  @Field(() => Int)
  candidateOnlyRight: number;

  @Field(() => Int)
  championOnlyRight: number;

  @Field(() => DecimalScalar, { nullable: true })
  pValue: string | null;

  @Field(() => Int)
  looks: number;

  @Field(() => DecimalScalar)
  alpha: string;

  @Field(() => DecimalScalar, { nullable: true })
  lossBoundPercent: string | null;

  @Field()
  validationDigest: string;

  @Field(() => DecimalScalar, { nullable: true })
  majorityPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  nearestNeighbourPercent: string | null;

  @Field(() => [ClassResultType])
  classes: ClassResultType[];

  @Field(() => String, { nullable: true })
  advice: string | null;

  @Field(() => [String])
  reasons: string[];
}

@ObjectType('ModelFile', {
  description: 'kind: TFJS, ONNX, CONTRACT, LABELS, GOLDEN, TENSORBOARD. url needs the same credentials.',
})
export class ModelFileType {
  @Field()
  kind: string;

  @Field()
  name: string;

  @Field(() => CountScalar)
  bytes: number;

  @Field()
  sha256: string;

  @Field()
  url: string;
}

@ObjectType('LayerRow')
export class LayerRowType {
  @Field()
  name: string;

  @Field(() => [Int], { nullable: 'items' })
  outputShape: number[];

  @Field(() => [Int], { nullable: 'itemsAndList' })
  kernelShape: number[] | null;

  @Field(() => CountScalar)
  parameters: number;

  @Field(() => CountScalar)
  macs: number;

  @Field()
  meaning: string;
}

@ObjectType('CalibrationBin', { description: 'Shares 0..1; from and to bound the stated confidence.' })
export class CalibrationBinType {
  @Field(() => Float)
  from: number;

  @Field(() => Float)
  to: number;

  @Field(() => Int)
  n: number;

  @Field(() => Float)
  confidence: number;

  @Field(() => Float)
  accuracy: number;
}

@ObjectType('Calibration', {
  description: 'How far stated confidence and real accuracy lie apart on the validation set.',
})
export class CalibrationType {
  @Field(() => Float)
  expectedError: number;

  @Field(() => [CalibrationBinType])
  bins: CalibrationBinType[];
}

@ObjectType('OnnxProof', {
  description: 'The ONNX export asked every validation picture in ONNX Runtime, beside the model itself.',
})
export class OnnxProofType {
  @Field(() => Int)
  pictures: number;

  @Field(() => Int, { description: 'pictures with the same most probable class' })
  sameAnswers: number;

  @Field(() => Float, { description: 'of any probability; the export is left out above 1e-5' })
  largestDifference: number;
}

@ObjectType('ModelVersion', { implements: () => [Node] })
export class ModelVersionType extends Node {
  @Field(() => Int)
  number: number;

  @Field()
  weightsSha256: string;

  @Field()
  dataDigest: string;

  @Field()
  validationDigest: string;

  @Field()
  preprocessingDigest: string;

  @Field()
  codeVersion: string;

  @Field()
  architecture: string;

  @Field(() => Int)
  seed: number;

  @Field()
  engine: string;

  @Field(() => [String])
  classNames: string[];

  @Field(() => Float, { description: 'Probability below which an answer counts as unknown.' })
  rejectBelow: number;

  @Field(() => CalibrationType)
  calibration: CalibrationType;

  @Field(() => OnnxProofType, { nullable: true, description: 'null where ONNX Runtime does not load' })
  onnxProof: OnnxProofType | null;

  @Field(() => DateTimeScalar)
  createdAt: Date;
}

/** One page of model versions. */
export const ModelVersionConnection = Connection(ModelVersionType, 'ModelVersion');

@ObjectType()
export class DeploymentPayload extends Payload {
  @Field(() => ModelVersionType, { nullable: true })
  modelVersion: ModelVersionType | null;
}
