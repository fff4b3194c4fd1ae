import protobuf from 'protobufjs';

const { Writer } = protobuf;
type Writer = InstanceType<typeof Writer>;

/** ONNX element type of float32 tensors. */
const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

/** One node of the graph; attributes are whole numbers or lists of them, which is all that our networks need. */
export interface OnnxNode {
  op: string;
  inputs: string[];
  output: string;
  attributes?: Record<string, number | number[]>;
}

/** A constant of the graph: float32 for weights, int64 for shapes. */
export interface OnnxTensor {
  name: string;
  dims: number[];
  values: Float32Array | BigInt64Array;
}

/** A value that goes in or comes out; a text is a dimension that stays open. */
export interface OnnxValue {
  name: string;
  dims: (number | string)[];
}

/** A whole model. */
export interface OnnxModel {
  name: string;
  nodes: OnnxNode[];
  tensors: OnnxTensor[];
  input: OnnxValue;
  output: OnnxValue;
  metadata: Record<string, string>;
}

/** Encodes a model as ONNX (ir version 8, opset 13), field numbers from onnx.proto3. */
export function encodeOnnx(model: OnnxModel): Uint8Array {
  const out = Writer.create();
  out.uint32(8).int64(8);
  out.uint32(18).string('untoil');
  message(out, 7, (w) => graph(w, model));
  message(out, 8, (w) => w.uint32(10).string('').uint32(16).int64(13));
  for (const [key, value] of Object.entries(model.metadata)) {
    message(out, 14, (w) => w.uint32(10).string(key).uint32(18).string(value));
  }
  return out.finish();
}

const message = (out: Writer, field: number, write: (w: Writer) => unknown): void => {
  out.uint32((field << 3) | 2).fork();
  write(out);
  out.ldelim();
};

function graph(out: Writer, model: OnnxModel): void {
  model.nodes.forEach((node, i) => {
    message(out, 1, (w) => writeNode(w, node, i));
  });
  out.uint32(18).string(model.name);
  for (const tensor of model.tensors) message(out, 5, (w) => writeTensor(w, tensor));
  message(out, 11, (w) => writeValue(w, model.input));
  message(out, 12, (w) => writeValue(w, model.output));
}

function writeNode(out: Writer, node: OnnxNode, place: number): void {
  for (const input of node.inputs) out.uint32(10).string(input);
  out.uint32(18).string(node.output);
  out.uint32(26).string(`${node.op}_${place}`);
  out.uint32(34).string(node.op);
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    message(out, 5, (w) => writeAttribute(w, name, value));
  }
}

function writeAttribute(out: Writer, name: string, value: number | number[]): void {
  out.uint32(10).string(name);
  if (typeof value === 'number') out.uint32(24).int64(value);
  else for (const item of value) out.uint32(64).int64(item);
  out.uint32(160).int32(typeof value === 'number' ? ATTRIBUTE_INT : ATTRIBUTE_INTS);
}

function writeTensor(out: Writer, { name, dims, values }: OnnxTensor): void {
  for (const dim of dims) out.uint32(8).int64(dim);
  out.uint32(16).int32(values instanceof Float32Array ? FLOAT : INT64);
  out.uint32(66).string(name);
  out.uint32(74).bytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

function writeValue(out: Writer, { name, dims }: OnnxValue): void {
  out.uint32(10).string(name);
  message(out, 2, (type) =>
    message(type, 1, (tensor) => {
      tensor.uint32(8).int32(FLOAT);
      message(tensor, 2, (shape) => {
        for (const dim of dims) {
          message(shape, 1, (w) =>
            typeof dim === 'number' ? w.uint32(8).int64(dim) : w.uint32(18).string(dim),
          );
        }
      });
    }),
  );
}
