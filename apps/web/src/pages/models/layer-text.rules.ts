/** A layer as the API takes it. */
export interface TypedLayer {
  name: string;
  kind: string;
  filter?: number[];
  units?: number;
  pool?: number;
}

/**
 * Reads one layer from each line: "conv1 [3,3,3,16] pool 2", "fc1 512", "pool 2", "flatten", "dropout".
 * wrong is the first line that says none of these.
 */
export const layersOf = (text: string): { layers: TypedLayer[]; wrong: string | null } => {
  const layers: TypedLayer[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const conv = /^(\S+)\s*\[\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\](?:\s*pool\s*(\d+))?$/i.exec(
      line,
    );
    const pool = /^pool\s*(\d+)$/i.exec(line);
    const plain = /^(flatten|dropout)$/i.exec(line);
    const dense = /^(\S+)\s+(\d+)$/.exec(line);
    if (conv)
      layers.push({
        name: conv[1] as string,
        kind: 'conv',
        filter: conv.slice(2, 6).map(Number),
        ...(conv[6] ? { pool: Number(conv[6]) } : {}),
      });
    else if (pool) layers.push({ name: `pool${layers.length + 1}`, kind: 'pool', pool: Number(pool[1]) });
    else if (plain)
      layers.push({ name: `${plain[1]}${layers.length + 1}`, kind: (plain[1] as string).toLowerCase() });
    else if (dense) layers.push({ name: dense[1] as string, kind: 'dense', units: Number(dense[2]) });
    else return { layers, wrong: line };
  }
  return { layers, wrong: null };
};
