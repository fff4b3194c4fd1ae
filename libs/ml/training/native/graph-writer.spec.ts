import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { networkPlan } from '../../engine/network.rules.js';
import { initialWeights } from '../random/init.rules.js';
import { writePredictingGraph, writeTrainingGraph } from './training-graph.js';

// The few messages of TensorFlow's .proto files that this test reads.
const { root } = protobuf.parse(`syntax = "proto3";
message SavedModel { int64 schema = 1; repeated MetaGraph graphs = 2; }
message MetaGraph { Meta meta = 1; Graph graph = 2; map<string, Signature> signatures = 5; }
message Meta { repeated string tags = 4; }
message Graph { repeated Node node = 1; }
message Node { string name = 1; string op = 2; repeated string input = 3; }
message Signature { map<string, Info> inputs = 1; map<string, Info> outputs = 2; string method = 3; }
message Info { string name = 1; int32 dtype = 2; }`);

interface Written {
  graphs: {
    meta: { tags: string[] };
    graph: { node: { name: string; op: string; input: string[] }[] };
    signatures: Record<
      string,
      { inputs: Record<string, { name: string }>; outputs: Record<string, { name: string }> }
    >;
  }[];
}

function written(write: (folder: string) => void): Written['graphs'][number] {
  const folder = mkdtempSync(join(tmpdir(), 'graph-'));
  try {
    write(folder);
    const type = root.lookupType('SavedModel');
    const message = type.decode(readFileSync(join(folder, 'saved_model.pb')));
    return (type.toObject(message, { arrays: true, objects: true }) as Written).graphs[0]!;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const plan = networkPlan('SEED_5X5', 7, 32);

describe('writeTrainingGraph', () => {
  const graph = written((folder) => writeTrainingGraph(folder, { plan, rows: 8, half: false }));

  it('names every node once and refers only to nodes that stand before', () => {
    const seen = new Set<string>();
    for (const { name, input } of graph.graph.node) {
      expect(seen.has(name)).toBe(false);
      for (const one of input) expect(seen.has(one.replace(/^\^|:\d+$/g, ''))).toBe(true);
      seen.add(name);
    }
  });

  it('serves five signatures whose tensors exist', () => {
    const names = new Set(graph.graph.node.map((node) => `${node.name}:0`));
    expect(graph.meta.tags).toEqual(['serve']);
    expect(Object.keys(graph.signatures).sort()).toEqual(['gradients', 'predict', 'read', 'restore', 'step']);
    for (const { inputs, outputs } of Object.values(graph.signatures)) {
      for (const { name } of [...Object.values(inputs), ...Object.values(outputs)])
        expect(names.has(name)).toBe(true);
    }
  });

  it('lets every update wait for all gradients', () => {
    const updates = graph.graph.node.filter((node) => node.op === 'ResourceApplyAdam');
    expect(updates).toHaveLength(14);
    for (const update of updates)
      expect(update.input.filter((input) => input.startsWith('^'))).toHaveLength(14);
  });
});

describe('writePredictingGraph', () => {
  it('holds the weights and nothing of training', () => {
    const weights = initialWeights(plan, 1);
    const { signatures, graph } = written((folder) =>
      writePredictingGraph(folder, { plan, weights, half: false }),
    );
    expect(Object.keys(signatures)).toEqual(['predict']);
    expect(graph.node.some(({ op }) => /Adam|Backprop|Grad|Variable|VarHandle/.test(op))).toBe(false);
    expect(graph.node.filter(({ op }) => op === 'Const').length).toBeGreaterThan(plan.tensors.length);
  });
});
