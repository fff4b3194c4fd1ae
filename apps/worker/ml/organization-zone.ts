import { Injectable } from '@nestjs/common';
import { ReportingZone } from '#ml';
import { Transactions } from '#platform';
import { Organizations } from '#toil';

/** Schedules are read in the organisation's reporting zone. */
@Injectable()
export class OrganizationZone extends ReportingZone {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: Organizations,
  ) {
    super();
  }

  async current(): Promise<string> {
    return (await this.organizations.current(this.transactions.read)).reportingZone;
  }
}
