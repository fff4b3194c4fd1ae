import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection, PageArgs } from '../graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../graphql/scalars.js';

@ObjectType('AuditRecord', { description: 'One change: when, by whom, and what it was before and after.' })
export class AuditRecordType {
  @Field(() => ID, { description: 'Grows with every change.' })
  sequence: string;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field()
  actor: string;

  @Field()
  action: string;

  @Field({ description: 'Id of what was changed.' })
  subjectId: string;

  @Field(() => JsonScalar, { nullable: true })
  before: unknown;

  @Field(() => JsonScalar, { nullable: true })
  after: unknown;
}

/** One page of the audit log. */
export const AuditRecordConnection = Connection(AuditRecordType, 'AuditRecord');

@ObjectType('AuditCheck', {
  description:
    'Each row carries a hash over itself and the row of its subject before: what was changed later shows.',
})
export class AuditCheckType {
  @Field(() => Int)
  records: number;

  @Field(() => Int)
  subjects: number;

  @Field(() => [ID], {
    description: 'Sequence of the rows that do not fit, at most 100; empty when nothing was touched.',
  })
  broken: string[];
}

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of the name of who did it.' })
  actor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A whole action (person.merge), or its first word (person).',
  })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of what was changed.' })
  subject?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  to?: Date | null;
}
