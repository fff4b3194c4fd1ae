import type { Provider } from '@nestjs/common';
import type { JobContract } from '#platform';
import { Alias } from '../deployment/alias.service.js';
import { DeployModel, DeploymentBirth } from '../deployment/deploy-model.service.js';
import { Deployment } from '../deployment/deployment.entity.js';
import { deploymentSmoke, deploymentWatch, modelReleased } from '../deployment/deployment.jobs.js';
import { DeploymentRepository } from '../deployment/deployment.repository.js';
import { GithubReleaseHandler } from '../deployment/github-release.handler.js';
import { GithubReleases } from '../deployment/github-releases.js';
import { PromoteModel } from '../deployment/promote-model.service.js';
import { ReleaseDesk } from '../deployment/release-desk.js';
import { RollbackModel } from '../deployment/rollback-model.service.js';
import { DeploymentSmokeHandler } from '../deployment/smoke.handler.js';
import { DeploymentTraffic } from '../deployment/traffic.entity.js';
import { TryModel } from '../deployment/try-model.service.js';
import { DeploymentWatchHandler } from '../deployment/watch.handler.js';
import { DecideGate } from '../gate/decide-gate.service.js';
import { GateDecision } from '../gate/gate-decision.entity.js';
import { LayerPictures } from '../inspector/layer-pictures.service.js';
import { ModelInputs } from '../inspector/model-inputs.service.js';
import { Evaluation } from '../model/evaluation.entity.js';
import { Examiner } from '../model/examiner.js';
import { ModelRepository } from '../model/model.repository.js';
import { ModelDownloads } from '../model/model-downloads.service.js';
import { ModelFiles } from '../model/model-files.js';
import { ModelSeal } from '../model/model-seal.js';
import { ModelVersion } from '../model/model-version.entity.js';
import { OnnxProver } from '../model/onnx-prover.js';
import { RegisterModel } from '../model/register-model.service.js';
import { VersionBirth } from '../model/version-birth.js';
import { ControlPipeline, PauseJobs } from '../pipeline/control-pipeline.service.js';
import { CreatePipeline, PipelineBirth } from '../pipeline/create-pipeline.service.js';
import { Pipeline } from '../pipeline/pipeline.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { LayerClient } from '../serving/layer-client.js';
import { PredictionClient } from '../serving/prediction-client.js';
import { RouteSources, RouteTable, WeightsShelf } from '../serving/route-table.js';
import { ServingKeeper } from '../serving/serving-keeper.js';
import { ServingProcess } from '../serving/serving-process.entity.js';
import { ServingRegister } from '../serving/serving-register.js';
import { TrafficKeeper } from '../serving/traffic-keeper.js';
import { Retrain } from '../trigger/retrain.service.js';
import { TriggerHandler } from '../trigger/trigger.handler.js';
import { CancelRun, JobStopper } from './cancel-run.service.js';
import { Chronicle } from './chronicle.js';
import { MetricPoint } from './metric-point.entity.js';
import { QueueStateRow } from './queue-state.entity.js';
import { QueueStates } from './queue-states.js';
import { QueueWatch } from './queue-watch.js';
import { PipelineRun } from './run.entity.js';
import { runFinished, STEP_JOBS, triggerTick } from './run.jobs.js';
import { RunRepository } from './run.repository.js';
import { EndNotices, RunEnding } from './run-ending.service.js';
import { RunLog } from './run-log.entity.js';
import { RunAdmission, RunPipeline } from './run-pipeline.service.js';
import { RunStep } from './run-step.entity.js';
import { RunSweep } from './run-sweep.js';
import { RunBirth, StartRun } from './start-run.service.js';
import { StepCloser } from './step-closer.js';
import { StepOpener } from './step-opener.js';
import { StepRunner } from './step-runner.js';
import { DeployHandler } from './steps/deploy.handler.js';
import { EvaluateHandler } from './steps/evaluate.handler.js';
import { Examination, ExamStage } from './steps/examination.js';
import { GateHandler } from './steps/gate.handler.js';
import { PreflightHandler } from './steps/preflight.handler.js';
import { TrainHandler } from './steps/train.handler.js';
import { TrainingPlan } from './steps/training-plan.js';
import { TrainingRoom } from './steps/training-room.js';
import { TrainingWatches } from './steps/training-watch.js';
import { ValidateHandler } from './steps/validate.handler.js';

/** The tables of pipelines, runs, models and deployments. */
export const runEntities: (new () => object)[] = [
  Pipeline,
  PipelineRun,
  RunStep,
  MetricPoint,
  RunLog,
  QueueStateRow,
  ModelVersion,
  Evaluation,
  GateDecision,
  Deployment,
  DeploymentTraffic,
  ServingProcess,
];

/** The jobs of runs and deployments. */
export const runJobs: JobContract[] = [
  ...Object.values(STEP_JOBS),
  runFinished,
  triggerTick,
  deploymentSmoke,
  deploymentWatch,
  modelReleased,
] as JobContract[];

/** The use cases of pipelines, runs, models and deployments; the same in API and worker. */
export const runServices: Provider[] = [
  PipelineRepository,
  RunRepository,
  ModelRepository,
  DeploymentRepository,
  PipelineBirth,
  CreatePipeline,
  PauseJobs,
  ControlPipeline,
  RunBirth,
  StartRun,
  RunAdmission,
  RunPipeline,
  JobStopper,
  CancelRun,
  Chronicle,
  Retrain,
  Alias,
  DeploymentBirth,
  DeployModel,
  ReleaseDesk,
  PromoteModel,
  RollbackModel,
  ServingRegister,
  PredictionClient,
  ModelSeal,
  ModelFiles,
  ModelDownloads,
  LayerClient,
  LayerPictures,
  ModelInputs,
  QueueStates,
];

/** Job handlers and what only they need; they stand on the ports Trainer, PredictorLoader, SmokeTest and ServingLauncher. */
export const runHandlers: Provider[] = [
  EndNotices,
  RunEnding,
  RunSweep,
  StepOpener,
  StepCloser,
  StepRunner,
  QueueWatch,
  TrainingRoom,
  TrainingWatches,
  TrainingPlan,
  Examiner,
  ExamStage,
  Examination,
  VersionBirth,
  OnnxProver,
  RegisterModel,
  DecideGate,
  TryModel,
  ValidateHandler,
  PreflightHandler,
  TrainHandler,
  EvaluateHandler,
  GateHandler,
  DeployHandler,
  DeploymentSmokeHandler,
  DeploymentWatchHandler,
  GithubReleases,
  GithubReleaseHandler,
  TriggerHandler,
  RouteSources,
  WeightsShelf,
  RouteTable,
  TrafficKeeper,
  ServingKeeper,
];
