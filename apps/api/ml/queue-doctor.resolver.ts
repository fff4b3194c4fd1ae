import { Args, Query, Resolver } from '@nestjs/graphql';
import { type BatchPlan, DiagnoseQueue, planFault, preflight, UnknownDatasetError } from '#ml';
import { apiError, badInput } from '../graphql/api-error.js';
import { findingView } from './finding.type.js';
import {
  BatchPlanInput,
  DiagnoseQueueInput,
  PreflightReportType,
  QueueDiagnosisType,
} from './queue-doctor.type.js';

/** Whether a queue can be filled, and why one ended. */
@Resolver()
export class QueueDoctorResolver {
  constructor(private readonly doctor: DiagnoseQueue) {}

  @Query(() => PreflightReportType, { name: 'preflight' })
  preflightReport(@Args('plan') plan: BatchPlanInput): PreflightReportType {
    const report = preflight(planOf(plan, 'plan'));
    return { ...report, findings: report.findings.map((found) => findingView(null, found)) };
  }

  @Query(() => QueueDiagnosisType)
  async diagnoseQueue(@Args('input') input: DiagnoseQueueInput): Promise<QueueDiagnosisType> {
    if ((input.batchesServed ?? 0) < 0) throw badInput('input.batchesServed: 0 or more.');
    const plan = input.plan ? planOf(input.plan, 'input.plan') : null;
    const diagnosis = await this.doctor.diagnose({ ...input, plan }).catch((error: unknown) => {
      throw error instanceof UnknownDatasetError ? apiError('NOT_FOUND', error.message) : error;
    });
    return {
      ...diagnosis,
      findings: diagnosis.findings.map((found) => findingView(input.dataset ?? null, found)),
    };
  }
}

function planOf(
  { usableRows, batchSize, epochs, steps, allowPartialBatch }: BatchPlanInput,
  at: string,
): BatchPlan {
  const plan = {
    usableRows,
    batchSize,
    epochs: epochs ?? null,
    steps: steps ?? null,
    allowPartialBatch: allowPartialBatch ?? false,
  };
  const fault = planFault(plan);
  if (fault) throw badInput(`${at}.${fault}`);
  return plan;
}
