import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  Controller,
  HttpStatus,
  Inject,
  type OnModuleInit,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ReceivedFile, UploadPictures, type UploadTerms } from '#ml';
import { type Caller, CONFIG, type Config } from '#platform';
import { Allow } from '../graphql/allow.js';
import { userErrorsOf } from '../graphql/answer.js';
import { badInput } from '../graphql/api-error.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { httpError } from './http-errors.filter.js';

const MOST_FILES = 2_000;
/** Bytes of one upload; it goes to disk as it comes and never into memory as a whole. */
const MOST_BYTES = 1024 ** 3;
const MOST_PICTURE_BYTES = 32 * 1024 ** 2;
const HEAD_BYTES = 64;
const RAW = /^(application\/(zip|x-zip-compressed|octet-stream)|image\/[\w.+-]+)$/;

/** New pictures for datasets over HTTP: a zip with one folder for each class or with manifests inside, or pictures. */
@Controller('uploads/datasets')
export class UploadsController implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly uploads: UploadPictures,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** Pictures and zips reach the handler as a stream. */
  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    for (const type of [/^image\//, 'application/x-zip-compressed']) {
      fastify.addContentTypeParser(
        type,
        (_request: FastifyRequest, payload: IncomingMessage, done: (error: null, body: unknown) => void) =>
          done(null, payload),
      );
    }
  }

  @Post(':key')
  @Allow('MEMBER')
  async upload(
    @Param('key') key: string,
    @Query() query: Record<string, string | undefined>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    try {
      const outcome = await this.take(request, key, query, caller);
      await reply.code(outcome.created ? HttpStatus.CREATED : HttpStatus.OK).send(outcome);
    } catch (error) {
      // What was refused is told row by row; everything else goes the way of all errors.
      const [refusal] = userErrorsOf(error);
      if (!refusal?.details) throw error;
      await reply
        .code(HttpStatus.UNPROCESSABLE_ENTITY)
        .send({ ...httpError(refusal.code, refusal.message), ...refusal.details });
    }
  }

  // Whoever has the answer can rely on it that nothing of what was sent lies about any more.
  private async take(
    request: FastifyRequest,
    key: string,
    query: Record<string, string | undefined>,
    caller: Caller,
  ) {
    const incoming = join(this.config.dataDir, 'incoming');
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(join(incoming, 'upload-'));
    try {
      const { files, fields } = await receive(request, folder);
      if (files.length === 0) throw badInput('There is no file in this upload.');
      return await this.uploads.upload(caller, key, files, terms({ ...query, ...fields }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function terms({ label, split }: Record<string, string | undefined>): UploadTerms {
  const asked = split?.toUpperCase() ?? 'TRAINING';
  if (asked !== 'TRAINING' && asked !== 'VALIDATION') throw badInput('split: TRAINING or VALIDATION.');
  // Composed like the names of files and manifests: the same name in another Unicode form is the same class.
  return { label: label?.trim().normalize('NFC') || null, split: asked };
}

async function receive(
  request: FastifyRequest,
  folder: string,
): Promise<{ files: ReceivedFile[]; fields: Record<string, string> }> {
  const files: ReceivedFile[] = [];
  const fields: Record<string, string> = {};
  if (!request.isMultipart()) {
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!RAW.test(type))
      throw badInput('Send multipart/form-data, a zip (application/zip) or a picture (image/...).');
    return { files: [await keep(request.body as Readable, folder, 0, 'upload', MOST_BYTES)], fields };
  }
  const limits = {
    files: MOST_FILES,
    fileSize: MOST_BYTES,
    fields: 20,
    fieldSize: 1000,
    parts: MOST_FILES + 20,
  };
  let left = MOST_BYTES;
  // preservePath: "anna/1.jpg" names the class; it is never used as a path.
  for await (const part of request.parts({ limits, preservePath: true })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else {
      const file = await keep(
        part.file,
        folder,
        files.length,
        part.filename || `picture ${files.length + 1}`,
        left,
      );
      left -= file.bytes;
      files.push(file);
    }
  }
  return { files, fields };
}

async function keep(
  stream: Readable,
  folder: string,
  number: number,
  name: string,
  limit: number,
): Promise<ReceivedFile & { bytes: number }> {
  const file = join(folder, String(number));
  let bytes = 0;
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > limit)
          throw Object.assign(new Error('The upload is larger than 1 GiB.'), {
            statusCode: HttpStatus.PAYLOAD_TOO_LARGE,
          });
        yield chunk;
      }
    },
    createWriteStream(file, { mode: 0o600 }),
  );
  const head = Buffer.alloc(HEAD_BYTES);
  const handle = await open(file);
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
  await handle.close();
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  if (!isZip && bytes > MOST_PICTURE_BYTES) {
    throw Object.assign(new Error(`"${name.slice(0, 100)}" is larger than 32 MiB.`), {
      statusCode: HttpStatus.PAYLOAD_TOO_LARGE,
    });
  }
  return { name: name.normalize('NFC'), file, head: head.subarray(0, bytesRead), bytes };
}
