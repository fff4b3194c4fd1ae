export { acceptanceKind } from './check/acceptance.rules.js';
export {
  FINDING_CODES,
  type Finding,
  type FindingCode,
  type FoundPair,
  type FoundPicture,
} from './check/finding.js';
export type { UploadOutcome } from './dataset/accept-pictures.service.js';
export { Dataset } from './dataset/dataset.entity.js';
export { datasetSweep } from './dataset/dataset.jobs.js';
export { type CheckState, DatasetRepository } from './dataset/dataset.repository.js';
export type { NewDataset } from './dataset/dataset-input.rules.js';
export { DatasetPictures } from './dataset/dataset-pictures.service.js';
export { ImportDataset } from './dataset/import-dataset.service.js';
export { type OfferedRepair, RepairManifest } from './dataset/repair-manifest.service.js';
export type { DataReport } from './dataset/report.rules.js';
export { type ReceivedFile, UploadPictures, type UploadTerms } from './dataset/upload-pictures.service.js';
export { ValidateDataset } from './dataset/validate-dataset.service.js';
export { Deployment } from './deployment/deployment.entity.js';
export { deploymentSmoke, deploymentWatch } from './deployment/deployment.jobs.js';
export { DeploymentRepository } from './deployment/deployment.repository.js';
export { DEPLOYMENT_STATES, type DeploymentState } from './deployment/deployment-state.rules.js';
export { PromoteModel } from './deployment/promote-model.service.js';
export { RollbackModel } from './deployment/rollback-model.service.js';
export { SmokeTest } from './deployment/smoke-test.js';
export { EngineChooser, PredictorLoader, Trainer } from './engine/contract.js';
export { ErasePerson } from './erasure/erase-person.service.js';
export { ErasedModel, Erasure } from './erasure/erasure.entity.js';
export { ErasureRepository } from './erasure/erasure.repository.js';
export { RetireErasedModels } from './erasure/retire-erased-models.service.js';
export { Feedback } from './feedback/feedback.entity.js';
export { FeedbackRepository } from './feedback/feedback.repository.js';
export { GiveFeedback, type LabelledPicture } from './feedback/give-feedback.service.js';
export { UseFeedback } from './feedback/use-feedback.service.js';
export { judgeGate } from './gate/gate.rules.js';
export { GATE_OUTCOMES, type GateOutcome, type GateSettings } from './gate/gate-case.rules.js';
export { type ClassOutcome, GateDecision } from './gate/gate-decision.entity.js';
export { rejectionReport } from './gate/rejection.rules.js';
export { type DecodedPicture, decodePicture } from './image/decode-picture.js';
export type { PicturePolicy, SizePolicy } from './image/picture-policy.js';
export {
  type ArchitectureReport,
  inspectArchitecture,
  type LayerPlan,
  type LayerRow,
} from './inspector/architecture.rules.js';
export { LAYER_SHOWS, type LayerPicture, type LayerShow } from './inspector/layer-picture.js';
export { LayerPictures } from './inspector/layer-pictures.service.js';
export { type LayerSheet, layerSheets } from './inspector/layer-sheet.rules.js';
export { type ModelInput, ModelInputs } from './inspector/model-inputs.service.js';
export { SEED_INPUT, seedLayers } from './inspector/seed-architecture.rules.js';
export { repairDiff } from './manifest/manifest-repair.rules.js';
export { mlEntities } from './ml.entities.js';
export { mlHandlers, mlJobs } from './ml.jobs.js';
export { MlModule } from './ml.module.js';
export { exampleAnswers } from './model/answers.rules.js';
export { Evaluation, type Prediction } from './model/evaluation.entity.js';
export { ModelTamperedError } from './model/model.errors.js';
export { ModelRepository } from './model/model.repository.js';
export { type Download, ModelDownloads } from './model/model-downloads.service.js';
export { ModelSeal } from './model/model-seal.js';
export { type ModelFile, ModelVersion, type OnnxProof } from './model/model-version.entity.js';
export { ControlPipeline } from './pipeline/control-pipeline.service.js';
export { CreatePipeline } from './pipeline/create-pipeline.service.js';
export { PIPELINE_STATES, Pipeline, type PipelineState } from './pipeline/pipeline.entity.js';
export { PipelineRepository } from './pipeline/pipeline.repository.js';
export {
  gateFaults,
  type PipelineInput,
  settingsOf,
  triggerFaults,
} from './pipeline/pipeline-input.rules.js';
export { DiagnoseQueue, type QueueQuestion, UnknownDatasetError } from './queue/diagnose-queue.service.js';
export type { QueueDiagnosis } from './queue/diagnosis.rules.js';
export { type BatchPlan, type Preflight, planFault, preflight } from './queue/preflight.rules.js';
export { AcceptFindings } from './review/accept-findings.service.js';
export { FindingAcceptance } from './review/finding-acceptance.entity.js';
export { QuarantinePictures, type Reviewed } from './review/quarantine-pictures.service.js';
export { QuarantinedPicture } from './review/quarantined-picture.entity.js';
export { ReviewRepository } from './review/review.repository.js';
export { CancelRun } from './run/cancel-run.service.js';
export { Chronicle } from './run/chronicle.js';
export { QueueStateRow } from './run/queue-state.entity.js';
export { QueueStates } from './run/queue-states.js';
export { PipelineRun, type RunTrigger } from './run/run.entity.js';
export { runFinished, triggerTick } from './run/run.jobs.js';
export { RunRepository } from './run/run.repository.js';
export { RunData } from './run/run-data.js';
export { RunPipeline } from './run/run-pipeline.service.js';
export {
  hasEnded,
  progressOf,
  RUN_STATUSES,
  type RunStatus,
  STEP_NAMES,
  type StepName,
} from './run/run-state.rules.js';
export { RunStep } from './run/run-step.entity.js';
export { MlSample } from './sample/ml-sample.js';
export { type HeldByPipelines, MlSamplePreview } from './sample/ml-sample-preview.js';
export { MlSampleRemoval } from './sample/ml-sample-removal.js';
export { mlSampleProviders } from './sample/sample.providers.js';
export { SAMPLE_PIPELINES } from './sample/sample-pipelines.js';
export { BadPrediction, picturesOf } from './serving/predict-request.rules.js';
export { PredictionClient } from './serving/prediction-client.js';
export { MOST_BODY_BYTES, REQUEST_KEY_HEADER, ServingLauncher, VERSION_HEADER } from './serving/protocol.js';
export { ServingKeeper } from './serving/serving-keeper.js';
export { ReportingZone } from './trigger/reporting-zone.js';
export { Retrain } from './trigger/retrain.service.js';
export { simulateTrigger } from './trigger/simulate.rules.js';
export { TriggerHandler } from './trigger/trigger.handler.js';
export type { TriggerSettings } from './trigger/trigger-policy.rules.js';
