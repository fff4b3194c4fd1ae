import { useTranslation } from 'react-i18next';
import { fitting, linear, roundTimes } from '../../chart/scale.rules.js';
import { useWidth } from '../../chart/use-width.js';
import { useFormat } from '../../format/use-format.js';
import { type LaneEvent, lanesOf } from './lanes.rules.js';

const DAY_MS = 86_400_000;

/** The incident and its responders over time; snoozed time is hatched by being pale. */
export const LanesChart = ({ events, now, label }: { events: LaneEvent[]; now: number; label: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, width] = useWidth(720);
  const lanes = lanesOf(events, now);
  const all = lanes.flatMap((lane) => lane.stretches);
  if (all.length === 0) return null;
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(...all.map((one) => one.to));
  const left = Math.min(140, width * 0.3);
  const toX = linear([from, to], [left, width - 12]);
  const row = 30;
  const height = lanes.length * row + 26;
  const steps = roundTimes(from, to, width < 480 ? 3 : 6);
  return (
    <div ref={box} className="chart">
      <svg height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {steps.map((x) => (
          <g key={x}>
            <line x1={toX(x)} x2={toX(x)} y1="0" y2={height - 22} stroke="var(--line-1)" />
            <text
              x={toX(x)}
              y={height - 6}
              textAnchor={toX(x) < left + 16 ? 'start' : toX(x) > width - 28 ? 'end' : 'middle'}
            >
              {to - from > DAY_MS
                ? format.dateTime(new Date(x).toISOString())
                : format.time(new Date(x).toISOString())}
            </text>
          </g>
        ))}
        {lanes.map((lane, index) => (
          <g key={lane.person?.id ?? 'incident'}>
            <text x="0" y={index * row + 19} className="d">
              {fitting(lane.person?.name ?? t('incidents.lane'), left - 10)}
              <title>{lane.person?.name}</title>
            </text>
            {lane.stretches.map((one) => (
              <rect
                key={one.from}
                x={toX(one.from)}
                width={Math.max(2, toX(one.to) - toX(one.from))}
                y={index * row + 8}
                height="14"
                rx="3"
                fill={lane.person ? 'var(--s1)' : 'var(--over)'}
                opacity={one.paused ? 0.28 : lane.person ? 1 : 0.75}
              >
                <title>{`${format.time(new Date(one.from).toISOString())}–${format.time(new Date(one.to).toISOString())}${one.paused ? ` ${t('incidents.snoozed')}` : ''}`}</title>
              </rect>
            ))}
          </g>
        ))}
        <line x1={left} x2={width - 12} y1={height - 22} y2={height - 22} stroke="var(--line-3)" />
      </svg>
    </div>
  );
};
