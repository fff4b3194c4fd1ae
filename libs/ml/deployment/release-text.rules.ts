import type { GateDecision } from '../gate/gate-decision.entity.js';
import type { ModelVersion } from '../model/model-version.entity.js';

// GitHub turns @name into a mention; class names come from strangers' folders.
const inert = (text: string): string => text.replaceAll('@', '@\u200b').replaceAll('`', "'");

/** Name and description of a release: what the gate said and where the model comes from. */
export function releaseText(
  key: string,
  version: ModelVersion,
  decision: GateDecision | null,
): { name: string; body: string } {
  const reasons = (decision?.reasons ?? []).map((reason) => `- ${inert(reason)}`);
  const body = [
    decision ? `Gate: **${decision.outcome}**` : 'Not judged by the gate.',
    ...reasons,
    '',
    `Classes: ${version.classNames.map((name) => `\`${inert(name)}\``).join(', ')}`,
    `Architecture ${version.architecture}, seed ${version.seed}, ${inert(version.engine)}`,
    `Data \`${version.dataDigest}\``,
    `Configuration \`${version.configDigest}\``,
    `Weights \`${version.weightsSha256}\``,
  ];
  return { name: `${key}, version ${version.number}`, body: body.join('\n') };
}
