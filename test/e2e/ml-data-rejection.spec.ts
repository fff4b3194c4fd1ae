import { describe, expect, it } from 'vitest';
import { registerVersion } from '../factories/model-version.js';
import { useDataScene } from './ml-data-scene.js';
import { createPipeline } from './ml-scene.js';

const POINT = 'below accepted acceptedRight rejectedWrong rejectedRight';

describe('the rejection report of a version', () => {
  const scene = useDataScene();

  it('shows what saying "unknown" costs and brings, and where to begin with it', async () => {
    await scene.bring('people', scene.drawn('people', 2));
    await createPipeline(scene.api, { key: 'people', dataset: 'people' });
    const { pipeline } = await scene.api.must('{ pipeline(key: "people") { id } }');
    const answers = [0.3, 0.6].map((confidence) => ({ confidence, right: false }));
    answers.push(...[0.4, 0.7, 0.9, 0.95].map((confidence) => ({ confidence, right: true })));
    const version = { pipelineId: pipeline.id, classNames: ['p0', 'p1'], rejectBelow: 0.5 };
    await registerVersion(scene.api.app, { ...version, id: 'mdl_one', number: 1 }, answers);
    await registerVersion(scene.api.app, { ...version, id: 'mdl_two', number: 2 }, []);
    const read = (wanted: string) =>
      scene.api.query(
        `{ modelVersions(pipeline: "people", first: 5) { nodes { number calibration { confidence accuracy largestError }
           rejection${wanted} { current { ${POINT} } points { ${POINT} } advised { ${POINT} } separation advice } } } }`,
      );
    const { data } = await read('(wantedAccuracy: 1)');
    const [two, one] = data.modelVersions.nodes;
    expect(one.rejection).toMatchObject({
      current: { below: 0.5, accepted: 4, acceptedRight: 3, rejectedWrong: 1, rejectedRight: 1 },
      advised: { below: 0.7, accepted: 3, acceptedRight: 3, rejectedWrong: 2, rejectedRight: 1 },
      separation: 0.875,
    });
    expect(one.rejection.points).toHaveLength(21);
    expect(one.rejection.advice).toContain('reject below 0.70');
    expect(one.calibration).toEqual({ confidence: 0.75, accuracy: 0.5, largestError: 0.25 });
    expect(two.rejection).toMatchObject({ advised: null, separation: null });
    expect((await read('')).data.modelVersions.nodes[1].rejection.advised.accepted).toBe(3);
    expect((await read('(wantedAccuracy: 1.2)')).errors?.[0]).toMatchObject({
      message: expect.stringContaining('wantedAccuracy'),
    });
  });
});
