import { BadRequestException, Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ExportWork } from '#toil';
import { Allow } from '../graphql/allow.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Files for spreadsheets. */
@Controller('exports')
export class ExportController {
  constructor(private readonly work: ExportWork) {}

  @Get('work.csv')
  @Allow('LEAD')
  async workCsv(
    @Query('from') from: string | undefined,
    @Query('to') to: string | undefined,
    @Query('person') person: string | undefined,
    @Query('service') service: string | undefined,
  ): Promise<StreamableFile> {
    const file = await this.work.file({ from: dateOf('from', from), to: dateOf('to', to), person, service });
    return new StreamableFile(file, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="work-${from}-${to}.csv"`,
    });
  }
}

function dateOf(name: string, text: string | undefined): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (!text || !DATE.test(text) || Number.isNaN(date.getTime())) {
    throw new BadRequestException(`${name}: a calendar date such as 2026-03-02.`);
  }
  return date;
}
