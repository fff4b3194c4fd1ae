import { useTranslation } from 'react-i18next';
import { linear, niceMax, spread, textWidth, ticks } from '../../chart/scale.rules.js';
import { useWidth } from '../../chart/use-width.js';
import { useFormat } from '../../format/use-format.js';
import type { CandidatesQuery } from '../../graphql/generated/operations.js';

type Candidate = CandidatesQuery['automationCandidates'][number];

const tones = { RECOMMENDED: 'var(--ok)', RARE: 'var(--idle)', DO_NOT_AUTOMATE: 'var(--over)' } as const;

/** Hours saved against payback: the upper left corner pays first. What never pays stands in a column of its own. */
export const Scatter = ({ candidates }: { candidates: Candidate[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, width] = useWidth(900);
  const height = 280;
  const paying = candidates.filter((one) => one.paybackWeeks !== null);
  const never = candidates.length - paying.length;
  const xMax = niceMax(Math.max(1, ...paying.map((one) => Number(one.paybackWeeks))));
  const yMax = niceMax(Math.max(1, ...candidates.map((one) => Number(one.savedHoursPerWeek))));
  const area = { left: 30, right: width - (never > 0 ? 64 : 16), top: 28, bottom: height - 40 };
  const toX = linear([0, xMax], [area.left, area.right]);
  const toY = linear([0, yMax], [area.bottom, area.top]);
  const dots = candidates.map((one) => ({
    one,
    x: one.paybackWeeks === null ? area.right + 28 : toX(Number(one.paybackWeeks)),
    y: toY(Math.max(0, Number(one.savedHoursPerWeek))),
  }));
  const places = spread(
    dots.map((dot) => dot.y),
    14,
    area.top,
    area.bottom,
  );
  return (
    <div ref={box} className="chart">
      <svg
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('automate.chartLabel', { n: candidates.length })}
      >
        <text x="0" y="10">
          {t('automate.yAxis')}
        </text>
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
        {never > 0 && (
          <>
            <line
              x1={area.right + 14}
              x2={area.right + 14}
              y1={area.top}
              y2={area.bottom}
              stroke="var(--line-2)"
              strokeDasharray="2 3"
            />
            <text x={area.right + 20} y={area.bottom + 16}>
              {t('state.nullReason.NEVER')}
            </text>
          </>
        )}
        {dots.map(({ one, x, y }, index) => {
          // bold words are a little wider; those that would leave the drawing stand at the left of their mark
          const left = x + 9 + textWidth(one.key) * 1.15 > width;
          return (
            <g key={one.key}>
              {one.flag === 'RECOMMENDED' ? (
                <circle cx={x} cy={y} r="5" fill={tones[one.flag]} />
              ) : one.flag === 'RARE' ? (
                <rect x={x - 5} y={y - 2} width="10" height="4" fill={tones[one.flag]} />
              ) : (
                <path d={`M${x} ${y - 6}l6 11h-12z`} fill={tones[one.flag]} />
              )}
              <text
                className="d"
                x={left ? x - 9 : x + 9}
                y={(places[index] ?? y) + 4}
                textAnchor={left ? 'end' : 'start'}
              >
                {one.key}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
};
