import { useTranslation } from 'react-i18next';
import { useWidth } from '../../chart/line-chart.js';
import { linear, niceMax, ticks } from '../../chart/scale.rules.js';
import { useFormat } from '../../format/use-format.js';
import type { CandidatesQuery } from '../../graphql/generated/operations.js';

type Candidate = CandidatesQuery['automationCandidates'][number];

/** Hours saved against payback: the upper left corner pays first. What never pays stands at the right edge. */
export const Scatter = ({ candidates }: { candidates: Candidate[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, width] = useWidth(900);
  const height = 260;
  const paying = candidates.filter((one) => one.paybackWeeks !== null);
  const xMax = niceMax(Math.max(1, ...paying.map((one) => Number(one.paybackWeeks))));
  const yMax = niceMax(Math.max(1, ...candidates.map((one) => Number(one.savedHoursPerWeek))));
  const area = { left: 44, right: width - 96, top: 12, bottom: height - 38 };
  const toX = linear([0, xMax], [area.left, area.right]);
  const toY = linear([0, yMax], [area.bottom, area.top]);
  return (
    <div ref={box} className="chart">
      <svg
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('automate.chartLabel', { n: candidates.length })}
      >
        {ticks(0, yMax, 5).map((mark) => (
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
        {ticks(0, xMax, 6).map((mark) => (
          <text key={mark} x={toX(mark)} y={area.bottom + 16} textAnchor="middle">
            {format.plain(mark)}
          </text>
        ))}
        <text x={(area.left + area.right) / 2} y={height - 4} textAnchor="middle">
          {t('automate.xAxis')}
        </text>
        <text x="0" y="8">
          {t('automate.yAxis')}
        </text>
        {candidates.map((one) => {
          const x = one.paybackWeeks === null ? area.right + 24 : toX(Number(one.paybackWeeks));
          const y = toY(Math.max(0, Number(one.savedHoursPerWeek)));
          const tone =
            one.flag === 'RECOMMENDED' ? 'var(--ok)' : one.flag === 'RARE' ? 'var(--idle)' : 'var(--over)';
          return (
            <g key={one.key}>
              {one.flag === 'RECOMMENDED' ? (
                <circle cx={x} cy={y} r="5" fill={tone} />
              ) : one.flag === 'RARE' ? (
                <rect x={x - 5} y={y - 2} width="10" height="4" fill={tone} />
              ) : (
                <path d={`M${x} ${y - 6}l6 11h-12z`} fill={tone} />
              )}
              <text className="d" x={x + 9} y={y + 4}>
                {one.key}
              </text>
              <title>{`${one.key}: ${one.savedHoursPerWeek} h, ${one.paybackWeeks ?? '–'}`}</title>
            </g>
          );
        })}
      </svg>
    </div>
  );
};
