import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';

/** TensorFlow's numbers for element types. */
export const DTYPE = { float: 1, int32: 3, uint8: 4, string: 7, bool: 10, bfloat16: 14 } as const;

/** An encoded AttrValue. */
export type Attribute = Uint8Array;

/** A signature's tensor: the node's output, its type and shape (-1 = any). */
export interface SignatureTensor {
  node: string;
  dtype: number;
  shape: readonly number[];
}

const message = (write: (w: protobuf.Writer) => void): Uint8Array => {
  const writer = protobuf.Writer.create();
  write(writer);
  return writer.finish();
};
const bytesField = (w: protobuf.Writer, field: number, value: Uint8Array): protobuf.Writer =>
  w.uint32((field << 3) | 2).bytes(value);
const textField = (w: protobuf.Writer, field: number, value: string): protobuf.Writer =>
  w.uint32((field << 3) | 2).string(value);
const numberField = (w: protobuf.Writer, field: number, value: number): protobuf.Writer =>
  w.uint32(field << 3).int64(value);
const shapeMessage = (shape: readonly number[]): Uint8Array =>
  message((w) => {
    for (const side of shape)
      bytesField(
        w,
        2,
        message((dim) => numberField(dim, 1, side)),
      );
  });
const tensorMessage = (dtype: number, shape: readonly number[], values: Uint8Array): Uint8Array =>
  message((w) => {
    numberField(w, 1, dtype);
    bytesField(w, 2, shapeMessage(shape));
    bytesField(w, 4, values);
  });

/** Attribute values of graph nodes, by kind. */
export const attribute = {
  type: (dtype: number): Attribute => message((w) => numberField(w, 6, dtype)),
  flag: (value: boolean): Attribute => message((w) => numberField(w, 5, value ? 1 : 0)),
  text: (value: string): Attribute => message((w) => textField(w, 2, value)),
  shape: (value: readonly number[]): Attribute => message((w) => bytesField(w, 7, shapeMessage(value))),
  ints: (values: readonly number[]): Attribute => {
    const packed = message((w) => {
      for (const value of values) w.int64(value);
    });
    return message((w) =>
      bytesField(
        w,
        1,
        message((list) => bytesField(list, 3, packed)),
      ),
    );
  },
  tensor: (dtype: number, shape: readonly number[], values: Uint8Array): Attribute =>
    message((w) => bytesField(w, 8, tensorMessage(dtype, shape, values))),
};

/** Collects nodes and signatures and writes them as a SavedModel that TensorFlow's C library loads; holds no variables' files. */
export class GraphWriter {
  private readonly nodes: Uint8Array[] = [];
  private readonly signatures: Uint8Array[] = [];
  private readonly used = new Map<string, number>();

  /** Adds a node and returns its name, which is also the name of its first output. `^x` as an input waits for node x. */
  add(
    op: string,
    inputs: readonly string[],
    attributes: Record<string, Attribute> = {},
    wanted = op,
  ): string {
    const count = this.used.get(wanted) ?? 0;
    this.used.set(wanted, count + 1);
    const name = count === 0 ? wanted : `${wanted}_${count}`;
    this.nodes.push(
      message((w) => {
        textField(w, 1, name);
        textField(w, 2, op);
        for (const input of inputs) textField(w, 3, input);
        for (const [key, value] of Object.entries(attributes)) {
          bytesField(
            w,
            5,
            message((entry) => bytesField(textField(entry, 1, key), 2, value)),
          );
        }
      }),
    );
    return name;
  }

  /** A constant of floats; a scalar has the shape []. */
  floats(shape: readonly number[], values: ArrayLike<number>): string {
    const bytes = new Uint8Array(Float32Array.from(values).buffer);
    return this.add('Const', [], {
      dtype: attribute.type(DTYPE.float),
      value: attribute.tensor(DTYPE.float, shape, bytes),
    });
  }

  /** A constant vector of int32. */
  ints(values: readonly number[]): string {
    const bytes = new Uint8Array(Int32Array.from(values).buffer);
    return this.add('Const', [], {
      dtype: attribute.type(DTYPE.int32),
      value: attribute.tensor(DTYPE.int32, [values.length], bytes),
    });
  }

  placeholder(dtype: number, shape: readonly number[], name: string): SignatureTensor {
    const node = this.add(
      'Placeholder',
      [],
      { dtype: attribute.type(dtype), shape: attribute.shape(shape) },
      name,
    );
    return { node, dtype, shape };
  }

  signature(
    name: string,
    inputs: Record<string, SignatureTensor>,
    outputs: Record<string, SignatureTensor>,
  ): void {
    const entry = ([key, { node, dtype, shape }]: [string, SignatureTensor]): Uint8Array =>
      message((w) => {
        textField(w, 1, key);
        const output = node.includes(':') ? node : `${node}:0`;
        bytesField(
          w,
          2,
          message((info) =>
            bytesField(numberField(textField(info, 1, output), 2, dtype), 3, shapeMessage(shape)),
          ),
        );
      });
    const definition = message((w) => {
      for (const input of Object.entries(inputs)) bytesField(w, 1, entry(input));
      for (const output of Object.entries(outputs)) bytesField(w, 2, entry(output));
      textField(w, 3, 'tensorflow/serving/predict');
    });
    this.signatures.push(message((w) => bytesField(textField(w, 1, name), 2, definition)));
  }

  /** Writes saved_model.pb into a folder. */
  save(folder: string): void {
    const graph = message((w) => {
      for (const node of this.nodes) bytesField(w, 1, node);
      // The oldest graph version that all operations used here understand: TensorFlow 2.9's.
      bytesField(
        w,
        4,
        message((versions) => numberField(versions, 1, 1087)),
      );
    });
    const metaGraph = message((w) => {
      bytesField(
        w,
        1,
        message((meta) => textField(textField(meta, 4, 'serve'), 5, '2.9.1')),
      );
      bytesField(w, 2, graph);
      for (const signature of this.signatures) bytesField(w, 5, signature);
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'saved_model.pb'),
      message((w) => bytesField(numberField(w, 1, 1), 2, metaGraph)),
    );
  }
}
