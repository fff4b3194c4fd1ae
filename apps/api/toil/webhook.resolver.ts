import {
  Args,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { WEBHOOK_SOURCES, type WebhookSecretState, WebhookSecrets, type WebhookSource } from '#toil';
import { Allow } from '../graphql/allow.js';
import { answerWith } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Payload } from '../graphql/payload.type.js';

const enumOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
const WebhookSourceEnum = enumOf(WEBHOOK_SOURCES);
registerEnumType(WebhookSourceEnum, { name: 'WebhookSource' });
const WebhookSecretOriginEnum = enumOf(['STORED', 'ENVIRONMENT', 'NONE']);
registerEnumType(WebhookSecretOriginEnum, {
  name: 'WebhookSecretOrigin',
  description: 'Where the secret comes from; NONE: deliveries are refused.',
});
const ForgottenSecretEnum = enumOf(['PREVIOUS', 'ALL']);
registerEnumType(ForgottenSecretEnum, {
  name: 'ForgottenSecret',
  description: 'PREVIOUS ends the overlap at once; ALL lets the environment speak again.',
});

@ObjectType('WebhookSecret', {
  description: 'Whether a sender can be believed; the secret itself is never shown.',
})
export class WebhookSecretType {
  @Field(() => WebhookSourceEnum)
  source: WebhookSource;

  @Field(() => WebhookSecretOriginEnum)
  origin: WebhookSecretState['origin'];

  @Field(() => Date, { nullable: true })
  setAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until then the secret before is accepted as well.' })
  previousUntil: Date | null;
}

@InputType({
  description:
    'secret left out: one is made and shown once. GITHUB signs with it, ALERTMANAGER sends it as bearer token.',
})
export class SetWebhookSecretInput {
  @Field(() => WebhookSourceEnum)
  source: WebhookSource;

  @Field(() => String, {
    nullable: true,
    description: '16 to 255 printable ASCII characters without blanks.',
  })
  secret?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 24,
    description: 'How long the secret before is accepted beside the new one, 0 to 720.',
  })
  overlapHours?: number | null;
}

@InputType()
export class ForgetWebhookSecretInput {
  @Field(() => WebhookSourceEnum)
  source: WebhookSource;

  @Field(() => ForgottenSecretEnum)
  what: 'PREVIOUS' | 'ALL';
}

@ObjectType()
export class WebhookSecretPayload extends Payload {
  @Field(() => WebhookSecretType, { nullable: true })
  webhookSecret: WebhookSecretState | null;

  @Field(() => String, { nullable: true, description: 'The one that was made here: it is shown this once.' })
  secret: string | null;
}

const NOTHING: { webhookSecret: WebhookSecretState | null; secret: string | null } = {
  webhookSecret: null,
  secret: null,
};

/** What GitHub and Alertmanager prove themselves with. */
@Resolver(() => WebhookSecretType)
export class WebhookResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: WebhookSecrets,
  ) {}

  @Query(() => [WebhookSecretType])
  @Allow('ADMIN')
  webhookSecrets(): Promise<WebhookSecretState[]> {
    return this.secrets.states(this.transactions.read);
  }

  @Mutation(() => WebhookSecretPayload)
  @Allow('ADMIN')
  setWebhookSecret(@Args('input') input: SetWebhookSecretInput, @CurrentCaller() caller: Caller) {
    return answerWith(NOTHING, async () => {
      const { state, made } = await this.transactions.run((tx) => this.secrets.set(tx, caller, input));
      return { webhookSecret: state, secret: made };
    });
  }

  @Mutation(() => WebhookSecretPayload)
  @Allow('ADMIN')
  forgetWebhookSecret(
    @Args('input') { source, what }: ForgetWebhookSecretInput,
    @CurrentCaller() caller: Caller,
  ) {
    return answerWith(NOTHING, async () => ({
      webhookSecret: await this.transactions.run((tx) => this.secrets.forget(tx, caller, source, what)),
      secret: null,
    }));
  }
}
