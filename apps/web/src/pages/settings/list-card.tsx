import type { ReactNode } from 'react';
import { Card, Empty } from '../../design/card.js';
import { Pager, type usePager } from '../../design/pager.js';
import { type Column, Table } from '../../design/table.js';

/** A card that lists things: the table, or why there is none, and the way to the next page. */
export const ListCard = <Row extends { id: string }>(props: {
  title: string;
  hint?: string;
  aside?: ReactNode;
  empty: string;
  rows: readonly Row[];
  columns: Column<Row>[];
  pager?: ReturnType<typeof usePager>;
  info?: { hasNextPage: boolean; endCursor: string | null };
}) => (
  <Card title={props.title} hint={props.hint} aside={props.aside} flush>
    {props.rows.length === 0 ? (
      <Empty>{props.empty}</Empty>
    ) : (
      <Table label={props.title} rows={props.rows} rowKey={(row) => row.id} columns={props.columns} />
    )}
    {props.pager && props.info && <Pager pager={props.pager} info={props.info} />}
  </Card>
);
