import { Injectable } from '@nestjs/common';
import { EventBus, type Tx } from '#platform';
import { MetricPoint } from './metric-point.entity.js';
import { RunLog } from './run-log.entity.js';
import { thin } from './thinning.rules.js';

const INSERT_ROWS = 1000;

/** Keeps what a run tells while it works: curves and log lines. */
@Injectable()
export class Chronicle {
  constructor(private readonly events: EventBus) {}

  /** Writes points; the same series and step again replaces the value, so that a resumed training repeats nothing. */
  async points(tx: Tx, runId: string, points: readonly Omit<MetricPoint, 'runId'>[]): Promise<void> {
    const finite = points.filter((point) => Number.isFinite(point.value));
    // One statement must not meet a row twice: the later point wins.
    const last = new Map(finite.map((point) => [`${point.series} ${point.step}`, { ...point, runId }]));
    const rows = [...last.values()];
    for (let i = 0; i < rows.length; i += INSERT_ROWS) {
      await tx.upsert(MetricPoint, rows.slice(i, i + INSERT_ROWS), ['runId', 'series', 'step']);
    }
  }

  /** Appends lines, each cut to a readable length. */
  async lines(tx: Tx, runId: string, lines: readonly { at: Date; line: string }[]): Promise<void> {
    const rows = lines.map(({ at, line }) => ({ runId, at, line: line.slice(0, 2000) }));
    for (let i = 0; i < rows.length; i += INSERT_ROWS)
      await tx.insert(RunLog, rows.slice(i, i + INSERT_ROWS) as never);
  }

  /** Tells followers of the run that there is something new. */
  announce(tx: Tx, runId: string): Promise<void> {
    return this.events.publish(tx, 'run', runId);
  }

  /** The points of the chosen series (all when none are named) in step order, each thinned to at most `points`. */
  async metrics(
    tx: Tx,
    runId: string,
    series: readonly string[] | null,
    points: number,
  ): Promise<MetricPoint[]> {
    const query = tx
      .createQueryBuilder(MetricPoint, 'm')
      .where('m.runId = :runId', { runId })
      .orderBy('m.series')
      .addOrderBy('m.step');
    if (series) query.andWhere('m.series = any(:series)', { series: [...series] });
    const all = await query.getMany();
    const groups = new Map<string, MetricPoint[]>();
    for (const point of all) {
      const group = groups.get(point.series);
      if (group) group.push(point);
      else groups.set(point.series, [point]);
    }
    return [...groups.values()].flatMap((group) => thin(group, points));
  }

  /** The last lines, oldest first, each with its time. */
  async log(tx: Tx, runId: string, last: number): Promise<string[]> {
    const rows = await tx.find(RunLog, { where: { runId }, order: { sequence: 'DESC' }, take: last });
    return rows.reverse().map(({ at, line }) => `${at.toISOString()} ${line}`);
  }
}
