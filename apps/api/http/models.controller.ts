import {
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Req,
  Res,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ModelDownloads, PredictionClient, REQUEST_KEY_HEADER, VERSION_HEADER } from '#ml';
import { Allow } from '../graphql/allow.js';
import { apiError } from '../graphql/api-error.js';
import { AllowScope } from './access.guard.js';
import { refuseTampered } from './model-refusal.js';

/** Predictions, status and files of models, in TensorFlow Serving's REST form. */
@Controller('v1/models')
@Allow('VIEWER')
export class ModelsController {
  constructor(
    private readonly client: PredictionClient,
    private readonly downloads: ModelDownloads,
  ) {}

  /** POST /v1/models/{pipeline}:predict */
  @Post(':name')
  @AllowScope('PREDICT')
  @HttpCode(200)
  async predict(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = /^([^:]+):predict$/.exec(name)?.[1];
    if (key === undefined) throw apiError('NOT_FOUND', 'The only thing to post here is {pipeline}:predict.');
    const sticky = request.headers[REQUEST_KEY_HEADER];
    // Only a text was read; a picture or a form that comes as itself is still a stream.
    if (!request.rawBody) throw new UnsupportedMediaTypeException('Send content-type application/json.');
    const answer = await this.client.predict(
      key,
      request.rawBody,
      typeof sticky === 'string' ? sticky : null,
    );
    if (answer.version !== null) reply.header(VERSION_HEADER, answer.version);
    await reply.code(answer.status).header('content-type', 'application/json').send(answer.body);
  }

  /** GET /v1/models/{pipeline} */
  @Get(':pipeline')
  @Header('content-type', 'application/json')
  async status(@Param('pipeline') pipeline: string) {
    const versions = await this.downloads.status(pipeline);
    if (!versions) throw apiError('NOT_FOUND', `There is no pipeline "${pipeline}".`);
    return { model_version_status: versions };
  }

  /** A file of an exported version. */
  @Get(':pipeline/versions/:number/files/:file')
  async file(
    @Param('pipeline') pipeline: string,
    @Param('number') number: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.downloads.file(pipeline, Number(number), file).catch(refuseTampered);
    if (!found) throw apiError('NOT_FOUND', 'This version has no such file.');
    await reply
      .header('content-type', found.contentType)
      .header('content-length', found.bytes)
      .header('content-disposition', `attachment; filename="${found.name}"`)
      .header('x-content-type-options', 'nosniff')
      .header('etag', `"${found.sha256}"`)
      .header('cache-control', 'private, max-age=86400, immutable')
      .send(found.stream);
  }
}
