import { useTranslation } from 'react-i18next';
import { spread, textWidth } from '../../chart/scale.rules.js';
import { useWidth } from '../../chart/use-width.js';
import { type Axis, placesOn } from './parallel.rules.js';

/** One run as a line through all axes. */
export interface ParallelLine {
  key: string;
  label: string;
  colour: number;
  values: (number | string | null)[];
}

const AXIS_PX = 92;

/** Settings and results of several runs: each axis one value, each line one run; the one that is pointed at stands out. */
export const ParallelCoordinates = ({ axes, lines }: { axes: Axis[]; lines: ParallelLine[] }) => {
  const { t } = useTranslation();
  const [box, room] = useWidth(900);
  // axes closer than this write over each other: a narrow card scrolls instead
  const width = Math.max(room, axes.length * AXIS_PX + 120);
  const height = 250;
  const [top, bottom] = [34, height - 30];
  const names = Math.max(...lines.map((line) => textWidth(line.label) * 1.15), 20) + 16;
  const step = axes.length > 1 ? (width - names - 60) / (axes.length - 1) : 0;
  const toX = (index: number) => 30 + index * step;
  const placed = axes.map((axis, index) =>
    placesOn(
      axis,
      lines.map((line) => line.values[index] ?? null),
    ),
  );
  const y = (share: number) => bottom - share * (bottom - top);
  const labels = spread(
    lines.map((_, place) => y(placed.at(-1)?.shares[place] ?? 0)),
    14,
    top,
    bottom,
  );
  const said = lines.map(
    (line) =>
      `${line.label}: ${axes.map((axis, index) => `${axis.label} ${axis.format(line.values[index] ?? null)}`).join(', ')}`,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={box} className="chart parallel scroll" tabIndex={0} aria-label={t('pipelines.parallel')}>
      <svg
        height={height}
        style={{ width }}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${t('pipelines.parallel')}. ${said.join('; ')}`}
      >
        {axes.map((axis, index) => (
          <g key={axis.key}>
            <line x1={toX(index)} x2={toX(index)} y1={top} y2={bottom} stroke="var(--line-3)" />
            <text
              x={toX(index)}
              y={12}
              textAnchor={index === 0 ? 'start' : 'middle'}
              dx={index === 0 ? -30 : 0}
            >
              {axis.label}
            </text>
            {placed[index]?.marks.map((mark) => (
              <text
                key={mark.label}
                x={toX(index) + (index === axes.length - 1 ? -6 : 6)}
                y={y(mark.share) + (mark.share === 1 ? -5 : mark.share === 0 ? 14 : 4)}
                textAnchor={index === axes.length - 1 ? 'end' : 'start'}
              >
                {mark.label}
              </text>
            ))}
          </g>
        ))}
        {lines.map((line, place) => {
          const points = axes.flatMap((_, index) => {
            const share = placed[index]?.shares[place];
            return share == null ? [] : [[toX(index), y(share)] as const];
          });
          const last = points.at(-1);
          return (
            <g key={line.key} className="run-line">
              <path
                d={points
                  .map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`)
                  .join('')}
                fill="none"
                stroke={`var(--s${line.colour})`}
                strokeWidth="1.75"
                strokeLinejoin="round"
              />
              {points.map(([px, py]) => (
                <circle key={px} cx={px} cy={py} r="3.5" fill={`var(--s${line.colour})`} />
              ))}
              {last && (
                <text className="d" x={last[0] + 10} y={(labels[place] ?? last[1]) + 4}>
                  {line.label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </section>
  );
};
