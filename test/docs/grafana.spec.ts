import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';

const named = (path: string): string[] => [
  ...new Set(
    readFileSync(new URL(`../../docs/grafana/${path}`, import.meta.url), 'utf8').match(
      /\buntoil_[a-z0-9_]+/g,
    ),
  ),
];

describe('the dashboard and the alert rules for Grafana and Prometheus', () => {
  const api = useApi();
  let served: string[];
  beforeAll(async () => {
    const text = await (await fetch(`${api.url}/metrics`)).text();
    const types = [...text.matchAll(/^# TYPE (\S+) (\S+)/gm)];
    served = types.flatMap(([, name, type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name ?? ''],
    );
  });

  it.each(['untoil.json', 'alerts.yml'])('%s asks for metrics that are served', (path) => {
    const asked = named(path);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((name) => !served.includes(name))).toEqual([]);
  });
});
