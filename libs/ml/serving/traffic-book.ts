import { LATENCY_BUCKETS, latencyBucket } from '../deployment/latency.rules.js';
import type { ServedTrial, TrafficReport } from './protocol.js';

/** What one version made of one request. */
export interface Answered {
  milliseconds: number;
  failed: boolean;
  nan: boolean;
  /** Number of pictures by class. */
  classes: readonly number[];
  rejected: number;
  /** Shadow only: whether every picture got the live model's class. */
  agreed: boolean;
}

/** Counts what live model and trial answered, until it is reported. */
export class TrafficBook {
  private reports = new Map<string, TrafficReport>();

  /** Counts one request of the trial's stage, answered by a version of it. */
  count(trial: ServedTrial, modelVersionId: string, classCount: number, answered: Answered): void {
    const key = `${trial.deploymentId} ${trial.stage} ${modelVersionId}`;
    let report = this.reports.get(key);
    if (!report) {
      report = {
        deploymentId: trial.deploymentId,
        stage: trial.stage,
        modelVersionId,
        requests: 0,
        errors: 0,
        nanOutputs: 0,
        rejected: 0,
        agreed: 0,
        classes: new Array<number>(classCount).fill(0),
        latency: new Array<number>(LATENCY_BUCKETS).fill(0),
      };
      this.reports.set(key, report);
    }
    report.requests += 1;
    report.errors += answered.failed ? 1 : 0;
    report.nanOutputs += answered.nan ? 1 : 0;
    report.rejected += answered.rejected > 0 ? 1 : 0;
    report.agreed += answered.agreed ? 1 : 0;
    for (const place of answered.classes) report.classes[place] = (report.classes[place] ?? 0) + 1;
    const bucket = latencyBucket(answered.milliseconds);
    report.latency[bucket] = (report.latency[bucket] ?? 0) + 1;
  }

  /** Everything counted since the last call. */
  take(): TrafficReport[] {
    const taken = [...this.reports.values()];
    this.reports = new Map();
    return taken;
  }
}
