import type { Provider, Type } from '@nestjs/common';
import { LayersController } from '../http/layers.controller.js';
import { ModelsController } from '../http/models.controller.js';
import { AutomationStateResolver } from './automation-state.resolver.js';
import { InspectorResolver } from './inspector.resolver.js';
import { LayerResolver } from './layer.resolver.js';
import { ModelResolver } from './model.resolver.js';
import { ModelReader } from './model-reader.js';
import { PipelineResolver } from './pipeline.resolver.js';
import { PipelinePlaces } from './pipeline-places.js';
import { PolicyResolver } from './policy.resolver.js';
import {
  DeploymentOfLoader,
  DeploymentsOfLoader,
  GateDecisionLoader,
  ModelVersionLoader,
  PipelineLoader,
  PipelineRunLoader,
  RunStepsLoader,
} from './run.loader.js';
import { RunResolver } from './run.resolver.js';
import { RunReader } from './run-reader.js';

/** Pipelines, runs, models and their policies in GraphQL. */
export const pipelineProviders: Provider[] = [
  PipelinePlaces,
  PipelineResolver,
  AutomationStateResolver,
  RunReader,
  RunResolver,
  ModelReader,
  ModelResolver,
  LayerResolver,
  InspectorResolver,
  PolicyResolver,
  PipelineLoader,
  PipelineRunLoader,
  RunStepsLoader,
  ModelVersionLoader,
  GateDecisionLoader,
  DeploymentOfLoader,
  DeploymentsOfLoader,
];

/** Models beside GraphQL. */
export const pipelineControllers: Type[] = [ModelsController, LayersController];
