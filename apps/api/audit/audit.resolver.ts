import { Args, Query, Resolver } from '@nestjs/graphql';
import { AuditLog, Transactions } from '#platform';
import { Allow } from '../graphql/allow.js';
import { AuditCheckType, AuditLogArgs, AuditRecordConnection } from './audit.type.js';

/** Who changed what, for those who keep the installation. */
@Resolver()
export class AuditResolver {
  constructor(
    private readonly log: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => AuditRecordConnection, { description: 'newest first' })
  @Allow('ADMIN')
  auditLog(@Args() args: AuditLogArgs) {
    return this.log.page(this.transactions.read, args, args);
  }

  @Query(() => [String], { description: 'Every action that occurs in the log.' })
  @Allow('ADMIN')
  auditActions() {
    return this.log.actions(this.transactions.read);
  }

  @Query(() => AuditCheckType, { description: 'Reads the whole log and recomputes every hash.' })
  @Allow('ADMIN')
  auditCheck() {
    return this.log.check(this.transactions.read);
  }
}
