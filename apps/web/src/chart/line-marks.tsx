import { apart, evenDecimals, path, textWidth } from './scale.rules.js';
import type { LineChartProps, Point, Series } from './series.js';

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface MarksProps {
  id: string;
  area: Area;
  toX: (x: number) => number;
  toY: (y: number) => number;
  top: number;
  yMarks: number[];
  xMarks: { x: number; label: string }[];
  chart: LineChartProps;
  shown: number | undefined;
}

/** Everything inside a line chart's drawing: bands, grid, intervals, lines, last points. */
export const LineMarks = ({ area, toX, toY, top, yMarks, xMarks, chart, shown, id }: MarksProps) => {
  const { left, right, bottom } = area;
  const y = (value: number) => toY(Math.min(value, top));
  const [watch, over] = chart.bands ?? [0, 0];
  // powers of ten keep their own decimals
  const yLabels = yMarks.map(chart.yFormat);
  const yWords = chart.logY ? yLabels : evenDecimals(yLabels);
  const labelled = new Set(apart(yMarks, toY));
  return (
    <>
      <clipPath id={`${id}-clip`}>
        <rect x={left - 2} y={area.top - 4} width={right - left + 8} height={bottom - area.top + 9} />
      </clipPath>
      {chart.bands && (
        <>
          <rect
            x={left}
            y={y(over)}
            width={right - left}
            height={y(watch) - y(over)}
            fill="var(--band-watch)"
          />
          {top > over && (
            <rect
              x={left}
              y={area.top}
              width={right - left}
              height={y(over) - area.top}
              fill="var(--band-over)"
            />
          )}
          {chart.bands.map((edge) => (
            <line
              key={edge}
              x1={left}
              x2={right}
              y1={y(edge)}
              y2={y(edge)}
              stroke="var(--line-2)"
              strokeDasharray="2 3"
            />
          ))}
        </>
      )}
      {yMarks.map((mark, index) => (
        <g key={mark}>
          <line
            x1={left}
            x2={right}
            y1={toY(mark)}
            y2={toY(mark)}
            stroke={mark === yMarks[0] ? 'var(--line-3)' : chart.bands ? 'none' : 'var(--line-1)'}
          />
          {labelled.has(mark) && (
            <text x={left - 6} y={toY(mark) + 4} textAnchor="end">
              {yWords[index]}
            </text>
          )}
        </g>
      ))}
      {withRoom(xMarks, toX, right).map((mark, index) => (
        <text
          key={`${mark.x}`}
          x={toX(mark.x)}
          y={bottom + 16}
          textAnchor={anchorOf(toX(mark.x), index, right)}
        >
          {mark.label}
        </text>
      ))}
      {chart.limit && (
        <>
          <line
            x1={left}
            x2={right}
            y1={y(chart.limit.y)}
            y2={y(chart.limit.y)}
            stroke="var(--watch)"
            strokeDasharray="3 3"
          />
          <text x={right + 8} y={y(chart.limit.y) + 4} style={{ fill: 'var(--watch)' }}>
            {chart.limit.label}
          </text>
        </>
      )}
      {chart.events?.map((event, index) => (
        <g key={`${event.x}${event.label}`}>
          <line
            x1={toX(event.x)}
            x2={toX(event.x)}
            y1={area.top}
            y2={bottom}
            stroke="var(--line-3)"
            strokeDasharray="1.5 3"
          />
          <text x={eventPlace(event.label, toX(event.x), left, right)} y={area.top + 12 + index * 14}>
            {event.label}
          </text>
        </g>
      ))}
      <g clipPath={`url(#${id}-clip)`}>
        {chart.series.map((one) => (
          <OneLine
            key={one.key}
            one={one}
            toX={toX}
            y={y}
            bottom={bottom}
            top={top}
            small={chart.small ?? false}
          />
        ))}
      </g>
      {shown !== undefined && (
        <>
          <line x1={toX(shown)} x2={toX(shown)} y1={area.top} y2={bottom} stroke="var(--line-3)" />
          {chart.series.map((one) => {
            const value = one.points.find((point) => point.x === shown)?.y;
            return value === null || value === undefined ? null : (
              <circle key={one.key} cx={toX(shown)} cy={y(value)} r="3.5" fill={`var(--s${one.colour})`} />
            );
          })}
        </>
      )}
    </>
  );
};

const anchorOf = (x: number, index: number, right: number) =>
  index === 0 ? 'start' : x > right - 12 ? 'end' : 'middle';

/** Where an event's words begin: right of its line, left of it where that has no room, within the drawing in any case. */
const eventPlace = (label: string, x: number, left: number, right: number): number => {
  const width = textWidth(label);
  if (x + 5 + width <= right) return x + 5;
  return Math.max(left + 2, Math.min(x - 5 - width, right - width));
};

/** Leaves out the labels that would run into the one before them. */
const withRoom = (marks: MarksProps['xMarks'], toX: (x: number) => number, right: number) => {
  let taken = Number.NEGATIVE_INFINITY;
  return marks.filter((mark, index) => {
    const [x, width] = [toX(mark.x), textWidth(mark.label)];
    const anchor = anchorOf(x, index, right);
    const from = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    if (from < taken + 6) return false;
    taken = from + width;
    return true;
  });
};

const dashes = ['', '5 3', '2 3', '8 3 2 3', '1 3', '10 4', '4 2 1 2', '6 6'];

const OneLine = (props: {
  one: Series;
  toX: (x: number) => number;
  y: (value: number) => number;
  bottom: number;
  top: number;
  small: boolean;
}) => {
  const { one, toX, y } = props;
  const ink = `var(--s${one.colour})`;
  const place = (point: Point) => (point.y === null ? null : ([toX(point.x), y(point.y)] as const));
  const spans = one.points.filter((point) => point.low != null && point.high != null);
  const firm = one.points.filter((point, index) => !point.provisional || !one.points[index - 1]?.provisional);
  const loose = one.points.filter((point, index) => point.provisional || one.points[index + 1]?.provisional);
  const settled = one.points.some((point) => point.provisional)
    ? firm.filter((point) => !point.provisional)
    : one.points;
  const last =
    one.points.findLast((point) => point.y !== null && !point.provisional) ??
    one.points.findLast((point) => point.y !== null);
  const first = one.points.find((point) => point.y !== null);
  return (
    <g>
      {spans.length > 1 && (
        <path
          d={`${path(spans.map((point) => [toX(point.x), y(point.high as number)]))}${path(
            [...spans].reverse().map((point) => [toX(point.x), y(point.low as number)]),
          ).replace('M', 'L')}Z`}
          fill={ink}
          opacity=".16"
        />
      )}
      {one.area && first && last && (
        <path
          d={`${path(one.points.map(place))}L${toX(last.x)} ${props.bottom}L${toX(first.x)} ${props.bottom}Z`}
          fill={ink}
          opacity=".14"
        />
      )}
      {one.raw && (
        <path d={path(one.raw.map(place))} fill="none" stroke={ink} strokeWidth="1" opacity=".32" />
      )}
      <path
        d={path(settled.map(place))}
        fill="none"
        stroke={ink}
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeDasharray={
          one.dashed ? dashes[1] : one.colour > 2 ? dashes[(one.colour - 1) % dashes.length] : undefined
        }
      />
      {loose.length > 1 && (
        <path d={path(loose.map(place))} fill="none" stroke={ink} strokeWidth="1.75" strokeDasharray="3 3" />
      )}
      {last && last.y !== null && (
        <>
          {last.low != null && last.high != null && (
            <path
              // a cap says "it ends here": an interval that leaves the scale has none
              d={`M${toX(last.x)} ${y(last.high)}V${y(last.low)}${last.high <= props.top ? `M${toX(last.x) - 3} ${y(last.high)}h6` : ''}M${toX(last.x) - 3} ${y(last.low)}h6`}
              stroke={ink}
              strokeWidth="1.5"
              fill="none"
            />
          )}
          <circle
            cx={toX(last.x)}
            cy={y(last.y)}
            r={props.small ? 2.8 : 3}
            fill={last.low != null ? 'var(--bg-1)' : ink}
            stroke={ink}
            strokeWidth="1.75"
          />
        </>
      )}
    </g>
  );
};
