import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  BadPrediction,
  type LayerPicture,
  LayerPictures,
  layerSheets,
  ModelInputs,
  type ModelVersion,
  picturesOf,
} from '#ml';
import { Allow } from '../graphql/allow.js';
import { apiError } from '../graphql/api-error.js';
import { AllowScope } from './access.guard.js';
import { refuseTampered } from './model-refusal.js';

const NO_VERSION = 'There is no such version.';

/** The convolutions of a version as pictures: its filters, and what they make of a picture. */
@Controller('v1/models/:pipeline/versions/:number')
@Allow('VIEWER')
export class LayersController {
  constructor(
    private readonly layers: LayerPictures,
    private readonly inputs: ModelInputs,
  ) {}

  /** A PNG with one tile for each filter of a layer. */
  @Get('filters/:file')
  async filters(
    @Param('pipeline') pipeline: string,
    @Param('number') number: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const version = await this.version(pipeline, number);
    await answered(reply, async () => send(reply, await this.layers.filters(version), file));
  }

  /** A PNG with one tile for each channel that a layer makes of a picture of the dataset. */
  @Get('activations/:file')
  async activations(
    @Param('pipeline') pipeline: string,
    @Param('number') number: string,
    @Param('file') file: string,
    @Query('picture') picture: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const version = await this.version(pipeline, number);
    await answered(reply, async () => {
      const isDigest = typeof picture === 'string' && /^[0-9a-f]{64}$/.test(picture);
      const input = isDigest ? await this.inputs.ofDataset(version.pipelineId, picture) : null;
      if (!input)
        throw apiError(
          'NOT_FOUND',
          'picture: the last check of the dataset has no picture with these pixels.',
        );
      await send(reply, await this.layers.activations(version, input.pixels, input.sha256), file);
    });
  }

  /** The same for a picture that is sent: {"instances":[{"b64":"..."}]} with exactly one. */
  @Post('activations')
  @AllowScope('PREDICT')
  @HttpCode(200)
  async sent(
    @Param('pipeline') pipeline: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const version = await this.version(pipeline, number);
    await answered(reply, async () => {
      const [bytes, another] = picturesOf(request.rawBody?.toString('utf8') ?? '');
      if (!bytes || another) throw new BadPrediction(400, 'instances: exactly one picture.');
      const input = await this.inputs.ofBytes(version.pipelineId, bytes);
      const drawn = await this.layers.activations(version, input.pixels, input.sha256);
      const layers = layerSheets(version.architecture, 'activations').map((sheet) => {
        const one = drawn.find(({ layer }) => layer === sheet.layer);
        return { ...sheet, silent: one?.silent, png: one && Buffer.from(one.png).toString('base64') };
      });
      await reply.code(200).send({ layers });
    });
  }

  private async version(pipeline: string, number: string): Promise<ModelVersion> {
    const version = await this.layers.version(pipeline, Number(number));
    if (!version) throw apiError('NOT_FOUND', NO_VERSION);
    return version;
  }
}

async function answered(reply: FastifyReply, answer: () => Promise<void>): Promise<void> {
  try {
    await answer();
  } catch (error) {
    if (!(error instanceof BadPrediction)) refuseTampered(error);
    await reply.code(error.status).send({ error: error.message });
  }
}

async function send(reply: FastifyReply, drawn: readonly LayerPicture[], file: string): Promise<void> {
  const one = drawn.find(({ layer }) => file === `${layer}.png`);
  if (!one) {
    const known = drawn.map(({ layer }) => layer).join(', ');
    throw apiError('NOT_FOUND', `There is no such layer; this version has ${known}.`);
  }
  // A version never changes; private, because a face may be seen in it.
  await reply
    .header('content-type', 'image/png')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, max-age=86400, immutable')
    .send(Buffer.from(one.png));
}
