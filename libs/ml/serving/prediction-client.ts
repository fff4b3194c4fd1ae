import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, request } from 'undici';
import { Transactions } from '#platform';
import { DeploymentRepository } from '../deployment/deployment.repository.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { PREDICTIONS_PATH, REQUEST_KEY_HEADER, SECRET_HEADER, VERSION_HEADER } from './protocol.js';
import { type ServingAddress, ServingRegister } from './serving-register.js';

/** How long a request waits for a serving process that is being replaced. */
const PATIENCE_MS = 15_000;
const RETRY_MS = 100;
const TRUST_MS = 2000;

/** An answer to hand on as it is. */
export interface Forwarded {
  status: number;
  body: string;
  version: string | null;
}

/** Hands predict requests to a serving process; one that is being replaced costs time, not the request. */
@Injectable()
export class PredictionClient implements OnApplicationShutdown {
  private readonly agent = new Agent({
    connections: 64,
    pipelining: 1,
    headersTimeout: 60_000,
    bodyTimeout: 60_000,
  });
  private known: { addresses: ServingAddress[]; at: number } = {
    addresses: [],
    at: Number.NEGATIVE_INFINITY,
  };

  constructor(
    private readonly register: ServingRegister,
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly deployments: DeploymentRepository,
  ) {}

  onApplicationShutdown(): Promise<void> {
    return this.agent.close();
  }

  /** Predicts; the body is TensorFlow Serving's and is read by the serving process alone. */
  async predict(pipeline: string, body: Buffer, requestKey: string | null): Promise<Forwarded> {
    const until = performance.now() + PATIENCE_MS;
    let last: Forwarded | null = null;
    for (let first = true; ; first = false) {
      const refusals: (Forwarded | null)[] = [];
      for (const address of await this.addresses(!first)) {
        const answer = await this.ask(address, pipeline, body, requestKey);
        if (answer && answer.status !== 404 && answer.status !== 503) return answer;
        refusals.push(answer);
      }
      last = refusals.findLast((one) => one !== null) ?? last;
      // A process that is still loading knows fewer pipelines than the database; one that says 503 has given the model up.
      if (!first && refusals.length > 0 && refusals.every((one) => one?.status === 503)) return refusals[0]!;
      const fault = await this.fault(pipeline);
      if (fault) return fault;
      if (performance.now() > until)
        return last ?? refused(503, `No serving process answers for "${pipeline}"; try again.`);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  /** The picture of a prediction that a serving process remembers; null when none does. */
  async picture(pipeline: string, prediction: string): Promise<Buffer | null> {
    const path = [pipeline, prediction].map(encodeURIComponent).join('/');
    for (const { url, secret } of await this.addresses(false)) {
      const answer = await request(`${url}${PREDICTIONS_PATH}${path}`, {
        dispatcher: this.agent,
        headers: { [SECRET_HEADER]: secret },
      }).catch(() => null);
      if (!answer) continue;
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      if (answer.statusCode === 200) return bytes;
    }
    return null;
  }

  private async fault(key: string): Promise<Forwarded | null> {
    const { read } = this.transactions;
    const pipeline = await this.pipelines.byKey(read, key);
    if (!pipeline) return refused(404, `There is no pipeline "${key}".`);
    if (await this.deployments.live(read, pipeline.id)) return null;
    return refused(404, `Pipeline "${key}" has no live model yet.`);
  }

  private async addresses(fresh: boolean): Promise<ServingAddress[]> {
    const now = performance.now();
    if (fresh || this.known.addresses.length === 0 || now - this.known.at > TRUST_MS) {
      this.known = { addresses: await this.register.addresses(), at: now };
    }
    return this.known.addresses;
  }

  private async ask(
    { url, secret }: ServingAddress,
    pipeline: string,
    body: Buffer,
    requestKey: string | null,
  ): Promise<Forwarded | null> {
    try {
      const answer = await request(`${url}/v1/models/${encodeURIComponent(pipeline)}:predict`, {
        method: 'POST',
        body,
        dispatcher: this.agent,
        headers: {
          'content-type': 'application/json',
          [SECRET_HEADER]: secret,
          ...(requestKey === null ? {} : { [REQUEST_KEY_HEADER]: requestKey }),
        },
      });
      const version = answer.headers[VERSION_HEADER];
      return {
        status: answer.statusCode,
        body: await answer.body.text(),
        version: typeof version === 'string' ? version : null,
      };
    } catch {
      // Gone or going: a prediction changes nothing, so asking another process is harmless.
      return null;
    }
  }
}

const refused = (status: number, error: string): Forwarded => ({
  status,
  body: JSON.stringify({ error }),
  version: null,
});
