import { useTranslation } from 'react-i18next';
import { linear } from '../../chart/scale.rules.js';
import { useWidth } from '../../chart/use-width.js';
import { useFormat } from '../../format/use-format.js';

interface Bin {
  from: number;
  to: number;
  n: number;
  confidence: number;
  accuracy: number;
}

/** Accuracy of the answers against the confidence they state: on the diagonal a stated 80 % is right in 80 of 100. */
export const Reliability = ({ bins, below }: { bins: Bin[]; below: number }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, width] = useWidth(360);
  const height = 220;
  const area = { left: 30, right: width - 10, top: 8, bottom: height - 36 };
  const toX = linear([0, 1], [area.left, area.right]);
  const toY = linear([0, 1], [area.bottom, area.top]);
  const filled = bins.filter((bin) => bin.n > 0);
  const most = Math.max(1, ...filled.map((bin) => bin.n));
  const say = (bin: Bin) =>
    t('models.binText', {
      n: bin.n,
      confidence: format.percent(bin.confidence * 100),
      accuracy: format.percent(bin.accuracy * 100),
    });
  return (
    <div ref={box} className="chart">
      <svg
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${t('models.reliability')}. ${filled.map(say).join('; ')}`}
      >
        {[0, 0.5, 1].map((mark) => (
          <g key={mark}>
            <line
              x1={area.left}
              x2={area.right}
              y1={toY(mark)}
              y2={toY(mark)}
              stroke={mark === 0 ? 'var(--line-3)' : 'var(--line-1)'}
            />
            <text x={area.left - 6} y={toY(mark) + 4} textAnchor="end">
              {mark * 100}
            </text>
            <text
              x={toX(mark)}
              y={area.bottom + 16}
              textAnchor={mark === 0 ? 'start' : mark === 1 ? 'end' : 'middle'}
            >
              {mark * 100}
            </text>
          </g>
        ))}
        <text x={area.right} y={height - 4} textAnchor="end">
          {t('models.statedAxis')}
        </text>
        <path
          d={`M${toX(0)} ${toY(0)}L${toX(1)} ${toY(1)}`}
          stroke="var(--line-3)"
          strokeDasharray="3 3"
          fill="none"
        />
        {below > 0 && (
          <line
            x1={toX(below)}
            x2={toX(below)}
            y1={area.top}
            y2={area.bottom}
            stroke="var(--watch)"
            strokeDasharray="3 3"
          />
        )}
        {filled.map((bin) => (
          <g key={bin.from}>
            <line
              x1={toX(bin.confidence)}
              x2={toX(bin.confidence)}
              y1={toY(bin.confidence)}
              y2={toY(bin.accuracy)}
              stroke="var(--s2)"
              strokeWidth="2"
            />
            <circle
              cx={toX(bin.confidence)}
              cy={toY(bin.accuracy)}
              r={3 + 5 * Math.sqrt(bin.n / most)}
              fill="var(--s1)"
              fillOpacity=".85"
            >
              <title>{say(bin)}</title>
            </circle>
          </g>
        ))}
      </svg>
    </div>
  );
};
