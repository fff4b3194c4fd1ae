import { Gauge, type Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

/** A gauge that a statement fills: the column `value`, every other column a label. */
interface StateGauge {
  name: string;
  help: string;
  labels: string[];
  statement: string;
}

// A queue that nobody has sampled for so long has no consumer, and says nothing about now.
const sampledQueues = (labels: string, value: string): string =>
  `select p.key as pipeline, ${labels}, ${value} as value from queue_state q join pipeline p on p.id = q.pipeline_id
   where q.sampled_at > now() - interval '1 minute'`;

const GAUGES: StateGauge[] = [
  {
    name: 'untoil_jobs',
    help: 'Background jobs by state.',
    labels: ['state'],
    statement: 'select state, count(*) as value from pgboss.job group by state',
  },
  {
    name: 'untoil_incidents',
    help: 'Incidents that are not resolved, by service and status.',
    labels: ['service', 'status'],
    statement: `select s.key as service, i.status, count(*) as value from incident i join service s on s.id = i.service_id
      where i.status <> 'RESOLVED' and i.merged_into is null group by s.key, i.status`,
  },
  {
    name: 'untoil_alerts',
    help: 'Alerts that are not resolved, by kind, severity and status.',
    labels: ['kind', 'severity', 'status'],
    statement: `select kind, severity, status, count(*) as value from alert where status <> 'RESOLVED'
      group by kind, severity, status`,
  },
  {
    name: 'untoil_pipeline_state',
    help: 'One for the state that a pipeline is in: ACTIVE, PAUSED or BLOCKED.',
    labels: ['pipeline', 'state'],
    statement: 'select key as pipeline, state, 1 as value from pipeline',
  },
  {
    name: 'untoil_queue_state',
    help: 'One for the state that an input queue is in, while it is sampled.',
    labels: ['pipeline', 'queue', 'state'],
    statement: sampledQueues('q.queue, q.state', '1'),
  },
  {
    name: 'untoil_queue_rows',
    help: 'Rows that an input queue holds.',
    labels: ['pipeline', 'queue'],
    statement: sampledQueues('q.queue', 'q.size'),
  },
  {
    name: 'untoil_queue_capacity_rows',
    help: 'Rows that an input queue can hold.',
    labels: ['pipeline', 'queue'],
    statement: sampledQueues('q.queue', 'q.capacity'),
  },
  {
    name: 'untoil_queue_batch_rows',
    help: 'Rows that one batch takes from an input queue.',
    labels: ['pipeline', 'queue'],
    statement: sampledQueues('q.queue', 'q.batch_size'),
  },
];

/** What the whole installation looks like, read at each scrape; every API process tells the same. */
export function registerStateMetrics(registry: Registry, dataSource: DataSource): void {
  for (const { name, help, labels, statement } of GAUGES)
    new Gauge({
      name,
      help,
      labelNames: labels,
      registers: [registry],
      async collect() {
        this.reset();
        const rows: (Record<string, string> & { value: string })[] = await dataSource.query(statement);
        for (const { value, ...labelled } of rows) this.set(labelled, Number(value));
      },
    });
}
