import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { PictureType } from './picture.type.js';

@ObjectType('LayerSheet', {
  description:
    'One tile for each filter, row by row and two white pixels apart. shape: kernel [height, width, in, out] or activation [height, width, channels]. url: PNG; needs the same credentials.',
})
export class LayerSheetType {
  @Field()
  layer: string;

  @Field(() => [Int])
  shape: number[];

  @Field(() => Int)
  tiles: number;

  @Field(() => Int, { description: 'tiles beside each other' })
  columns: number;

  @Field(() => Int, { description: 'width and height of one tile' })
  tilePixels: number;

  @Field(() => Int)
  width: number;

  @Field(() => Int)
  height: number;

  @Field()
  url: string;
}

@ObjectType('ModelExample', { description: 'A validation picture and what the version said to it.' })
export class ModelExampleType {
  @Field(() => PictureType)
  picture: PictureType;

  @Field(() => String, { nullable: true, description: 'class; null when the data had none of the model' })
  predicted: string | null;

  @Field()
  right: boolean;

  @Field(() => Float, { description: 'probability of the predicted class' })
  confidence: number;

  @Field(() => [LayerSheetType], { description: 'what every convolution makes of it, before its pool' })
  activations: LayerSheetType[];
}
