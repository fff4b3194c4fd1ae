import { buildServer, buildWeb } from '../build/index.mjs';

/** Compiles server and pages into dist/. */
export default async function build() {
  const began = performance.now();
  const [changed, webFault] = await Promise.all([buildServer(), buildWeb()]);
  if (webFault) {
    process.stderr.write(`The pages could not be built:\n${webFault}\n`);
    return 1;
  }
  process.stdout.write(
    `Built: ${changed.length} files, ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
  );
  return 0;
}
