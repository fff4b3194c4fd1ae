import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { EndLabels, endLabelsOf, endLabelWidth } from './end-labels.js';
import { LineMarks } from './line-marks.js';
import { evenDecimals, linear, niceMax, textWidth, thin, ticks, wholeTicks } from './scale.rules.js';
import { type LineChartProps, measured, type Series } from './series.js';
import { useWidth } from './use-width.js';

/** Lines over weeks, steps or time: arrow keys walk from point to point, the value is read aloud. */
export const LineChart = (props: LineChartProps) => {
  const { series, height = 190, small = false } = props;
  const [box, width] = useWidth(small ? 300 : 540);
  const [place, setPlace] = useState<number | null>(null);
  const id = useId();
  const xs = useMemo(
    () => [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].sort((a, b) => a - b),
    [series],
  );
  const largest = Math.max(
    0,
    ...series.flatMap((one) => one.points.map((point) => Math.max(point.y ?? 0, point.high ?? 0))),
  );
  const smallest = Math.min(
    ...series.flatMap((one) => one.points.map((point) => (point.y && point.y > 0 ? point.y : Infinity))),
  );
  const top = props.yMax ?? niceMax(largest, small ? 3 : 5);
  const marks = props.yTicks ?? ticks(0, top, small ? 3 : 5);
  const axisWidth =
    Math.max(...evenDecimals(marks.map(props.yFormat)).map((label) => label.length), 2) * 6.2 + 10;
  const endLabels = props.endLabels && !small ? endLabelsOf(props) : [];
  const labelWidth =
    endLabels.length > 0
      ? Math.min(width * 0.45, endLabelWidth(endLabels))
      : props.limit
        ? textWidth(props.limit.label) + 14
        : small
          ? 12
          : 16;
  const area = {
    left: axisWidth,
    right: Math.max(axisWidth + 40, width - labelWidth),
    top: 6,
    bottom: height - 22,
  };
  const toX = linear([xs[0] ?? 0, xs.at(-1) ?? 1], [area.left, area.right]);
  const log = props.logY && Number.isFinite(smallest) ? Math.log10(smallest) : null;
  const toY =
    log === null
      ? linear([0, top], [area.bottom, area.top])
      : (value: number) =>
          linear([log, Math.log10(top)], [area.bottom, area.top])(Math.log10(Math.max(value, 10 ** log)));
  const yMarks = log === null ? marks : logTicks(log, Math.log10(top));
  const xMarks =
    props.xTicks ??
    thin((xs.every(Number.isInteger) ? wholeTicks : ticks)(xs[0] ?? 0, xs.at(-1) ?? 1, 5), 6).map((x) => ({
      x,
      label: props.xFormat(x),
    }));
  const valueAt = (one: Series, x: number) => measured(one).find((point) => point.x === x)?.y ?? null;
  const say = (index: number) => {
    const x = xs[index];
    if (x === undefined) return props.label;
    const values = series.map((one) => {
      const y = valueAt(one, x);
      return `${one.label} ${y === null ? '–' : props.yFormat(y)}`;
    });
    return `${props.xFormat(x)}: ${values.join(', ')}`;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = xs.length - 1;
    const move: Record<string, number> = {
      ArrowRight: Math.min(last, (place ?? -1) + 1),
      ArrowLeft: Math.max(0, (place ?? last + 1) - 1),
      Home: 0,
      End: last,
    };
    const next = move[event.key];
    if (event.key === 'Escape') setPlace(null);
    if (next === undefined || last < 0) return;
    event.preventDefault();
    setPlace(next);
  };
  const onPoint = (clientX: number, element: Element) => {
    const x = clientX - element.getBoundingClientRect().left;
    let best: number | null = null;
    for (let index = 0; index < xs.length; index++)
      if (best === null || Math.abs(toX(xs[index] as number) - x) < Math.abs(toX(xs[best] as number) - x))
        best = index;
    setPlace(best);
  };
  const shown = place === null ? undefined : xs[place];
  return (
    <div
      ref={box}
      className="chart"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, xs.length - 1)}
      aria-valuenow={place ?? Math.max(0, xs.length - 1)}
      aria-valuetext={say(place ?? xs.length - 1)}
      onKeyDown={onKeyDown}
      onBlur={() => setPlace(null)}
      onPointerMove={(event) => onPoint(event.clientX, event.currentTarget)}
      onPointerLeave={() => setPlace(null)}
    >
      <svg height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <LineMarks
          id={id}
          area={area}
          toX={toX}
          toY={toY}
          top={top}
          yMarks={yMarks}
          xMarks={xMarks}
          chart={props}
          shown={shown}
        />
        <EndLabels labels={endLabels} area={area} y={(value) => toY(Math.min(value, top))} />
      </svg>
      {shown !== undefined && (
        <div
          className="tip"
          style={toX(shown) > width / 2 ? { right: width - toX(shown) + 10 } : { left: toX(shown) + 10 }}
        >
          <div className="t2">{props.xFormat(shown)}</div>
          {series.map((one) => {
            const y = valueAt(one, shown);
            return (
              <div key={one.key}>
                <i style={{ background: `var(--s${one.colour})` }} />
                <span className="b">{y === null ? '–' : props.yFormat(y)}</span>{' '}
                {series.length > 1 && <span className="t2">{one.label}</span>}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
};

const logTicks = (from: number, to: number): number[] => {
  const out: number[] = [];
  for (let power = Math.ceil(from); power <= Math.floor(to); power++) out.push(10 ** power);
  return out.length > 0 ? out : [10 ** from, 10 ** to];
};
