import {
  Args,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { type Caller, Refusal, Transactions } from '#platform';
import {
  DATE_ORDERS,
  type DateOrder,
  IMPORT_ENCODINGS,
  IMPORT_FIELDS,
  IMPORT_FORMATS,
  type ImportEncoding,
  type Imported,
  type ImportField,
  type ImportFormat,
  ImportWork,
} from '#toil';
import { answerWith } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Payload } from '../graphql/payload.type.js';
import { ImportFault } from './capture.type.js';

const enumOf = (names: readonly string[], name: string) => {
  const values = Object.fromEntries(names.map((one) => [one, one]));
  registerEnumType(values, { name });
  return values;
};
const ImportFormatEnum = enumOf(IMPORT_FORMATS, 'ImportFormat');
const ImportEncodingEnum = enumOf(IMPORT_ENCODINGS, 'ImportEncoding');
const ImportFieldEnum = enumOf(IMPORT_FIELDS, 'ImportField');
const DateOrderEnum = enumOf(DATE_ORDERS, 'DateOrder');

@InputType()
export class ColumnMappingInput {
  @Field()
  column: string;

  @Field(() => ImportFieldEnum)
  field: ImportField;
}

@InputType({
  description: 'A CSV file, as text or as base64. Everything else is told by the file unless it is given.',
})
export class ImportWorkInput {
  @Field(() => String, { nullable: true })
  content?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The bytes of the file, for encodings other than UTF-8.',
  })
  contentBase64?: string | null;

  @Field(() => ImportFormatEnum, { nullable: true })
  format?: ImportFormat | null;

  @Field(() => ImportEncodingEnum, { nullable: true })
  encoding?: ImportEncoding | null;

  @Field(() => String, {
    nullable: true,
    description: "Zone of wall-clock times; left out: the organisation's.",
  })
  zone?: string | null;

  @Field(() => DateOrderEnum, { nullable: true })
  dateOrder?: DateOrder | null;

  @Field(() => String, { nullable: true, description: 'Whose the rows are that name nobody.' })
  person?: string | null;

  @Field(() => [ColumnMappingInput], { nullable: true })
  columns?: ColumnMappingInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Says what would happen, and writes nothing.',
  })
  preview?: boolean | null;
}

@ObjectType()
export class ImportWorkPayload extends Payload {
  @Field(() => ImportFormatEnum, { nullable: true })
  format: ImportFormat | null;

  @Field(() => Int)
  accepted: number;

  @Field(() => Int, { description: 'Rows that an earlier import brought.' })
  unchanged: number;

  @Field(() => [ImportFault])
  faults: ImportFault[];
}

const NOTHING: Imported = { format: null, accepted: 0, unchanged: 0, faults: [] };

/** Work from other tools. */
@Resolver()
export class ImportResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly importing: ImportWork,
  ) {}

  @Mutation(() => ImportWorkPayload, {
    description: 'Keeps the good rows and names the bad ones; the same file again changes nothing.',
  })
  importWork(@Args('input') input: ImportWorkInput, @CurrentCaller() caller: Caller) {
    const { content, contentBase64, ...asked } = input;
    return answerWith(NOTHING, async () => {
      if (!content && !contentBase64)
        throw new Refusal('INVALID_INPUT', 'Send content or contentBase64.', ['input', 'content']);
      const bytes = content ? Buffer.from(content, 'utf8') : Buffer.from(contentBase64 ?? '', 'base64');
      if (!input.preview)
        return this.transactions.run((tx) => this.importing.import(tx, caller, { ...asked, content: bytes }));
      return this.rehearse((tx) => this.importing.import(tx, caller, { ...asked, content: bytes }));
    });
  }

  // A preview is the real thing, taken back at the end: nothing that it says can differ from what would happen.
  private async rehearse(work: Parameters<Transactions['run']>[0]): Promise<Imported> {
    let result = NOTHING;
    try {
      await this.transactions.run(async (tx) => {
        result = (await work(tx)) as Imported;
        throw new Rehearsed();
      });
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
    }
    return result;
  }
}

class Rehearsed extends Error {}
