import { BadRequestException, Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import { Webhooks } from '@octokit/webhooks';
import type { FastifyRequest } from 'fastify';
import { Transactions } from '#platform';
import { type DeliveryReceived, ReceiveDelivery, WebhookSecrets } from '#toil';
import { Allow } from '../graphql/allow.js';
import { apiError } from '../graphql/api-error.js';

const LONGEST_ID = 200;

/** GitHub's webhooks: only what is signed with our secret is read at all. */
@Controller('webhooks/github')
export class GithubWebhookController {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: WebhookSecrets,
    private readonly deliveries: ReceiveDelivery,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('ANYONE')
  async receive(
    @Req() { rawBody }: FastifyRequest,
    @Headers('x-hub-signature-256') signature: string | undefined,
    @Headers('x-github-event') event: string | undefined,
    @Headers('x-github-delivery') id: string | undefined,
  ): Promise<DeliveryReceived> {
    await this.needSignature(rawBody, signature);
    if (!event || !id || id.length > LONGEST_ID) {
      throw new BadRequestException('X-GitHub-Event and X-GitHub-Delivery are missing.');
    }
    return this.deliveries.receive({ id, event: event.slice(0, LONGEST_ID), payload: payloadOf(rawBody) });
  }

  private async needSignature(body: Buffer | undefined, signature: string | undefined): Promise<void> {
    if (body && signature) {
      const text = body.toString('utf8');
      for (const secret of await this.secrets.accepted(this.transactions.read, 'GITHUB')) {
        if (await new Webhooks({ secret }).verify(text, signature)) return;
      }
    }
    throw apiError('UNAUTHENTICATED', 'The delivery is not signed with the secret of this installation.');
  }
}

function payloadOf(body: Buffer | undefined): unknown {
  const text = body?.toString('utf8') ?? '';
  try {
    // GitHub can also be told to send a form; the JSON is its only field.
    return JSON.parse(text.startsWith('payload=') ? (new URLSearchParams(text).get('payload') ?? '') : text);
  } catch {
    throw new BadRequestException('The payload is no JSON.');
  }
}
