import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INPUT_VALUES } from '../engine/network.rules.js';
import { BadPrediction } from '../serving/predict-request.rules.js';
import {
  type FromServing,
  LAYERS_PATH,
  MOST_BODY_BYTES,
  PREDICTIONS_PATH,
  REQUEST_KEY_HEADER,
  SECRET_HEADER,
  type ToServing,
  VERSION_HEADER,
} from '../serving/protocol.js';
import { RememberedPictures } from '../serving/remembered-pictures.js';
import { TrafficBook } from '../serving/traffic-book.js';
import { RequestAnswerer } from './serving/answer-request.js';
import { answeringOptions } from './serving/answering-engine.js';
import { DrawingRoom } from './serving/drawing-room.js';
import { ServedModels } from './serving/served-models.js';

type Start = Extract<ToServing, { kind: 'start' }>;

const REPORT_MS = 1000;
const FORGET_MS = 10_000;
/** How long a process whose worker was killed goes on answering, until the next worker's process has taken over. */
const ORPHAN_MS = 10_000;

const tell = (message: FromServing): void => {
  if (process.connected) process.send?.(message);
};

let server: Server | null = null;
let models: ServedModels | null = null;
const drawings = new DrawingRoom();

function start({ secret, enginesDir, engine, remembering }: Start): void {
  const book = new TrafficBook();
  const held = new ServedModels(answeringOptions(enginesDir, engine), (modelVersionId, reason) =>
    tell({ kind: 'unloadable', modelVersionId, reason }),
  );
  const pictures = new RememberedPictures(remembering);
  const answerer = new RequestAnswerer(held, book, pictures);
  models = held;
  const http = createServer((request, response) => {
    answer({ answerer, pictures, secret }, request, response).catch((error: unknown) =>
      refuse(response, error),
    );
  });
  http.keepAliveTimeout = 60_000;
  http.listen(0, '127.0.0.1', () => {
    tell({ kind: 'listening', port: (http.address() as AddressInfo).port });
  });
  server = http;
  setInterval(() => pictures.forgetOld(), FORGET_MS).unref();
  setInterval(() => {
    const reports = book.take();
    if (reports.length > 0) tell({ kind: 'traffic', reports });
  }, REPORT_MS).unref();
}

async function answer(
  { answerer, pictures, secret }: { answerer: RequestAnswerer; pictures: RememberedPictures; secret: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers[SECRET_HEADER] !== secret) throw new BadPrediction(403, 'Only the API may ask here.');
  if (request.method === 'POST' && request.url?.startsWith(LAYERS_PATH)) return drawLayers(request, response);
  if (request.method === 'GET' && request.url?.startsWith(PREDICTIONS_PATH))
    return giveOut(pictures, request.url.slice(PREDICTIONS_PATH.length), response);
  const match = /^\/v1\/models\/([^/:]+):predict$/.exec(request.url ?? '');
  if (request.method !== 'POST' || !match) throw new BadPrediction(404, 'There is nothing here.');
  const body = (await bytesOf(request)).toString('utf8');
  const key = request.headers[REQUEST_KEY_HEADER];
  const { version, predictions } = await answerer.answer(
    decodeURIComponent(match[1] ?? ''),
    body,
    typeof key === 'string' ? key : null,
  );
  response.writeHead(200, { 'content-type': 'application/json', [VERSION_HEADER]: String(version) });
  response.end(JSON.stringify({ predictions }));
}

function giveOut(pictures: RememberedPictures, path: string, response: ServerResponse): void {
  const [pipeline = '', id = ''] = path.split('/').map(decodeURIComponent);
  const picture = pictures.find(pipeline, id);
  if (!picture) throw new BadPrediction(404, 'This prediction is not remembered.');
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  response.end(picture);
}

/** The body is a weights file, for activations behind the pixels of a picture. */
async function drawLayers(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bytesOf(request);
  const withPicture = request.url === `${LAYERS_PATH}activations`;
  const pixels = withPicture ? new Uint8Array(body.subarray(0, INPUT_VALUES)) : null;
  const weights = new Uint8Array(body.subarray(pixels?.length ?? 0));
  const pictures = await drawings.draw({ weights, pixels });
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(
      pictures.map(({ png, ...rest }) => ({ ...rest, png: Buffer.from(png).toString('base64') })),
    ),
  );
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BODY_BYTES) throw new BadPrediction(413, 'The body is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function refuse(response: ServerResponse, error: unknown): void {
  const status = error instanceof BadPrediction ? error.status : 500;
  const message = error instanceof BadPrediction ? error.message : 'The prediction failed.';
  if (!(error instanceof BadPrediction))
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, {
    'content-type': 'application/json',
    connection: status === 413 ? 'close' : 'keep-alive',
  });
  response.end(JSON.stringify({ error: message }));
}

function drain(): void {
  if (!server) process.exit(0);
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), ORPHAN_MS).unref();
}

process.on('message', (message: ToServing) => {
  if (message.kind === 'start') start(message);
  else if (message.kind === 'drain') drain();
  else
    void models
      ?.apply(message.pipelines)
      .then(() => tell({ kind: 'serving', versions: models?.versions ?? [] }));
});
process.on('disconnect', () => setTimeout(drain, ORPHAN_MS));
