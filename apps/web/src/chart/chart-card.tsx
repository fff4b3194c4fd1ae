import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.js';
import { Card } from '../design/card.js';
import { Table } from '../design/table.js';
import { toCsv } from './csv.rules.js';
import { download } from './download.js';
import { LineChart } from './line-chart.js';
import { type LineChartProps, measured } from './series.js';

/** The same data as rows: first the place, then one value for each series. */
export const seriesRows = (chart: LineChartProps): { head: string[]; rows: (string | number | null)[][] } => {
  const xs = [...new Set(chart.series.flatMap((one) => one.points.map((point) => point.x)))].sort(
    (a, b) => a - b,
  );
  return {
    head: ['', ...chart.series.map((one) => one.label)],
    rows: xs.map((x) => [
      chart.xFormat(x),
      ...chart.series.map((one) => measured(one).find((point) => point.x === x)?.y ?? null),
    ]),
  };
};

/** Buttons that show a chart's data as a table and hand it out as CSV. */
export const ChartTools = (props: { table: boolean; onTable: (on: boolean) => void; onCsv: () => void }) => {
  const { t } = useTranslation();
  return (
    <span className="chart-tools">
      <Button small look="ghost" aria-pressed={props.table} onClick={() => props.onTable(!props.table)}>
        {props.table ? t('common.chart') : t('common.table')}
      </Button>
      <Button small look="ghost" onClick={props.onCsv}>
        CSV
      </Button>
    </span>
  );
};

/** A card with a line chart, its table and its CSV. */
export const ChartCard = (props: {
  title: string;
  hint?: ReactNode;
  aside?: ReactNode;
  file: string;
  chart: LineChartProps;
  children?: ReactNode;
}) => {
  const [table, setTable] = useState(false);
  const { head, rows } = seriesRows(props.chart);
  return (
    <Card
      title={props.title}
      hint={props.hint}
      aside={
        <>
          {props.aside}
          <ChartTools
            table={table}
            onTable={setTable}
            onCsv={() => download(`${props.file}.csv`, toCsv(head, rows))}
          />
        </>
      }
      flush={table}
    >
      {table ? (
        <SeriesTable chart={props.chart} />
      ) : (
        <>
          <LineChart {...props.chart} />
          {props.children}
        </>
      )}
    </Card>
  );
};

/** A chart's data as a table. */
export const SeriesTable = ({ chart }: { chart: LineChartProps }) => {
  const { head, rows } = seriesRows(chart);
  return (
    <Table<(string | number | null)[]>
      label={chart.label}
      rows={rows}
      rowKey={(row) => String(row[0])}
      columns={head.map((name, index) => ({
        key: `${index}`,
        head: name,
        right: index > 0,
        small: true,
        cell: (row) => {
          const value = row[index] ?? null;
          return value === null ? '–' : typeof value === 'number' ? chart.yFormat(value) : value;
        },
      }))}
    />
  );
};
