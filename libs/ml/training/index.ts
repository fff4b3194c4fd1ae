export * from './contract.js';
export { chooseEngine } from './engines/open-engine.js';
export { DEFAULT_AUGMENT } from './input/augment.rules.js';
export { ForkedEngineChooser } from './process/choose-engine.js';
export { ForkedTrainer, startTrainer } from './process/start-trainer.js';
export { EnginePredictorLoader, loadPredictor } from './serving/load-predictor.js';
export { ForkedServing } from './serving/start-serving.js';
export { ForkedSmokeTest } from './serving/start-smoke.js';
export { eventFiles, readCurves } from './tensorboard/event-files.js';
