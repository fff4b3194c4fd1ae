import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { registerStateMetrics } from './state-metrics.js';

/** What Prometheus reads. Names begin with untoil_, units are seconds and bytes, labels have few values. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'untoil_http_request_duration_seconds',
    help: 'Time from a request to its last byte, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(dataSource: DataSource) {
    this.process();
    registerStateMetrics(this.registry, dataSource);
  }

  /** Fastify's onResponse hook. */
  readonly note = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` };
    this.durations.observe(labels, reply.elapsedTime / 1000);
    done();
  };

  private process(): void {
    const lag = monitorEventLoopDelay({ resolution: 20 });
    lag.enable();
    this.gauge('untoil_resident_memory_bytes', 'Memory that the API process holds.', () =>
      process.memoryUsage.rss(),
    );
    this.gauge('untoil_start_time_seconds', 'When the API process started, as a Unix time.', () =>
      Math.round(Date.now() / 1000 - process.uptime()),
    );
    this.gauge(
      'untoil_event_loop_delay_p99_seconds',
      'How late the API process was, since the last reading.',
      () => {
        const seconds = lag.percentile(99) / 1e9;
        lag.reset();
        return Number.isFinite(seconds) ? seconds : 0;
      },
    );
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
