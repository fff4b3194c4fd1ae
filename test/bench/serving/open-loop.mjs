// Sends requests at a fixed rate whatever comes back, so that a slow server shows as late answers and not as fewer
// questions: a process of its own, told by its first message { url, headers, bodies, rate, seconds, connections }.
// The time of an answer counts from the moment its question was due. Told with each answer: when it was asked for (on the
// wall clock, for whoever switches models meanwhile) and which version gave it.
import { Pool } from 'undici';

process.once('message', async ({ url, headers, bodies, rate, seconds, connections }) => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  const answers = [];
  const ask = async (n) => {
    const askedAt = performance.timeOrigin + performance.now();
    const {
      statusCode,
      headers: told,
      body,
    } = await pool.request({
      path: pathname,
      method: 'POST',
      headers,
      body: bodies[n % bodies.length],
    });
    await body.text();
    answers.push([askedAt, told['x-model-version']]);
    return statusCode;
  };
  const warmUp = Math.min(200, rate * 2);
  for (let n = 0; n < warmUp; n += 8) await Promise.all(Array.from({ length: 8 }, (_, i) => ask(n + i)));
  const times = [];
  const faults = {};
  const asked = [];
  const count = rate * seconds;
  const began = performance.now();
  await new Promise((resolve) => {
    const tick = () => {
      const due = Math.min(count, Math.floor(((performance.now() - began) * rate) / 1000) + 1);
      while (asked.length < due) {
        const dueAt = began + (asked.length * 1000) / rate;
        asked.push(
          ask(asked.length).then(
            (status) => {
              if (status === 200) times.push(performance.now() - dueAt);
              else faults[status] = (faults[status] ?? 0) + 1;
            },
            (error) => {
              faults[error.code] = (faults[error.code] ?? 0) + 1;
            },
          ),
        );
      }
      if (asked.length < count) setTimeout(tick, 1);
      else resolve();
    };
    tick();
  });
  await Promise.all(asked);
  process.send({ times, faults, answers, seconds: (performance.now() - began) / 1000 });
  await pool.close();
  process.disconnect();
});
