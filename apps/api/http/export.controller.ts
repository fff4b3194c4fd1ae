import { BadRequestException, Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ExportWork } from '#toil';
import { Allow } from '../graphql/allow.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Nothing was logged before. */
const EARLIEST = '1970-01-01';

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

function dateOf(name: string, text: string | undefined): string {
  const date = new Date(`${text}T00:00:00Z`);
  const isDate =
    DATE.test(text ?? '') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`);
  if (text && isDate && text >= EARLIEST) return text;
  throw new BadRequestException(`${name}: a calendar date such as 2026-03-02.`);
}
