import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { GiveFeedback } from '#ml';
import type { Caller } from '#platform';
import { Allow } from '../graphql/allow.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { labelledPictures } from '../ml/labelled-pictures.js';

/** What pictures really show, told beside GraphQL, because pictures are large. */
@Controller('v1/models/:pipeline/feedback')
export class FeedbackController {
  constructor(private readonly giving: GiveFeedback) {}

  /** POST {"requestKey": "...", "instances": [{"b64": "...", "label": "anna"}]} */
  @Post()
  @Allow('MEMBER')
  @HttpCode(200)
  async give(@Param('pipeline') pipeline: string, @Body() body: unknown, @CurrentCaller() caller: Caller) {
    const { instances, requestKey } = (body ?? {}) as { instances?: unknown; requestKey?: unknown };
    const given = await this.giving.give(
      caller,
      { pipeline, requestKey: typeof requestKey === 'string' ? requestKey : null },
      labelledPictures(Array.isArray(instances) ? instances : []),
    );
    return { feedback: given.map(({ id, label, pixelSha }) => ({ id, label, pixelSha })) };
  }
}
