import { useTranslation } from 'react-i18next';
import { linear, niceMax, ticks } from '../../chart/scale.rules.js';
import { useWidth } from '../../chart/use-width.js';
import { useFormat } from '../../format/use-format.js';

/** A stretch of weeks between two go-lives, with its own fitted line. */
export interface GrowthStretch {
  from: string;
  to: string;
  slope: string | null;
  intercept: string | null;
  points: { week: string; size: number; hours: number }[];
}

/** Weekly toil hours against size: the newest stretch strong and with its line, the older ones pale. */
export const GrowthScatter = ({ stretches }: { stretches: GrowthStretch[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, width] = useWidth(280);
  const height = 150;
  const points = stretches.flatMap((one) => one.points);
  const xs = points.map((point) => point.size);
  const [least, most] = [Math.min(...xs), Math.max(...xs)];
  const top = niceMax(Math.max(1, ...points.map((point) => point.hours)), 3);
  const area = { left: 30, right: width - 8, top: 8, bottom: height - 34 };
  const toX = linear([least, most], [area.left + 6, area.right - 6]);
  const toY = linear([0, top], [area.bottom, area.top]);
  const newest = stretches.at(-1);
  const at = (size: number) =>
    toY(Math.min(top, Math.max(0, Number(newest?.intercept ?? 0) + Number(newest?.slope ?? 0) * size)));
  const own = newest?.points.map((point) => point.size) ?? [];
  return (
    <div ref={box} className="chart">
      <svg
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('toil.growth.chart', { n: points.length, stretches: stretches.length })}
      >
        {ticks(0, top, 3).map((mark) => (
          <g key={mark}>
            <line
              x1={area.left}
              x2={area.right}
              y1={toY(mark)}
              y2={toY(mark)}
              stroke={mark === 0 ? 'var(--line-3)' : 'var(--line-1)'}
            />
            <text x={area.left - 6} y={toY(mark) + 4} textAnchor="end">
              {format.plain(mark)}
            </text>
          </g>
        ))}
        {[...new Set([least, most])].map((mark) => (
          <text
            key={mark}
            x={toX(mark)}
            y={area.bottom + 16}
            textAnchor={mark === most && most > least ? 'end' : 'start'}
          >
            {format.plain(mark)}
          </text>
        ))}
        <text x={area.right} y={height - 4} textAnchor="end">
          {t('toil.growth.axes')}
        </text>
        {stretches.map((one) =>
          one.points.map((point) => (
            <circle
              key={point.week}
              cx={toX(point.size)}
              cy={toY(point.hours)}
              r="3"
              fill={one === newest ? 'var(--s1)' : 'none'}
              stroke={one === newest ? 'var(--s1)' : 'var(--line-3)'}
            >
              <title>{`${format.fullDate(point.week)}: ${format.one(point.hours)} h, ${format.plain(point.size)}`}</title>
            </circle>
          )),
        )}
        {newest?.slope != null && own.length > 1 && (
          <path
            d={`M${toX(Math.min(...own))} ${at(Math.min(...own))}L${toX(Math.max(...own))} ${at(Math.max(...own))}`}
            stroke="var(--s1)"
            strokeWidth="1.75"
            fill="none"
          />
        )}
      </svg>
    </div>
  );
};
