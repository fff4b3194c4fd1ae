import { type ReactNode, useMemo, useState } from 'react';

/** One column: figures go right; small: stays on a phone; sort gives the value to order by. */
export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  right?: boolean;
  small?: boolean;
  sort?: (row: Row) => number | string;
}

/** A table with sortable heads; the first column is the name, the foot closes the sum. */
export const Table = <Row,>(props: {
  label: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  foot?: ReactNode;
  sorted?: { key: string; down: boolean };
}) => {
  const [order, setOrder] = useState(props.sorted ?? null);
  const rows = useMemo(() => {
    const by = props.columns.find((column) => column.key === order?.key)?.sort;
    if (!by || !order) return props.rows;
    const sign = order.down ? -1 : 1;
    return [...props.rows].sort((a, b) => {
      const [x, y] = [by(a), by(b)];
      return (x < y ? -1 : x > y ? 1 : 0) * sign;
    });
  }, [props.columns, props.rows, order]);
  const classes = (column: Column<Row>, index: number, cell = false) =>
    [
      column.right ? 'r' : '',
      column.small || index === 0 ? '' : 'hide-s',
      cell && index === 0 ? 'name' : '',
    ].join(' ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={props.label}>
      <table>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th
                key={column.key}
                scope="col"
                className={classes(column, index)}
                aria-sort={order?.key === column.key ? (order.down ? 'descending' : 'ascending') : undefined}
              >
                {column.sort ? (
                  <button
                    type="button"
                    onClick={() =>
                      setOrder({ key: column.key, down: order?.key === column.key ? !order.down : true })
                    }
                  >
                    {column.head}
                    {order?.key === column.key && (order.down ? ' ↓' : ' ↑')}
                  </button>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.rowKey(row)} className="go">
              {props.columns.map((column, index) => (
                <td key={column.key} className={classes(column, index, true)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </section>
  );
};
