import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DatasetPictures } from '#ml';
import { Allow } from '../graphql/allow.js';
import { apiError } from '../graphql/api-error.js';

/** Pictures of datasets, for those who may read the reports. */
@Controller('pictures')
export class PicturesController {
  constructor(private readonly pictures: DatasetPictures) {}

  @Get(':dataset/:name')
  @Allow('VIEWER')
  async show(
    @Param('dataset') dataset: string,
    @Param('name') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pixelSha = /^([0-9a-f]{64})\.png$/.exec(name)?.[1];
    const png = pixelSha ? await this.pictures.png(dataset, pixelSha) : null;
    if (!png) throw apiError('NOT_FOUND', 'There is no such picture in the last check of this dataset.');
    // Content-addressed, so it never changes; private, because a face is nobody else's business.
    await reply
      .header('content-type', 'image/png')
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `inline; filename="${name}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=86400, immutable')
      .send(png);
  }
}
