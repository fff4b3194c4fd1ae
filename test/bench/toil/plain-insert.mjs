// The yardstick: plain Fastify and plain pg inserting the same row, with nothing of ours.
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = Fastify();
app.post('/work', async ({ body }) => {
  const id = `wrk_${randomUUID()}`;
  await pool.query(
    `insert into work_entry (id, occurred_at, person_id, service_id, stated_class, work_class, start_at, end_at, duration_seconds, source, version, deleted, recorded_at)
     values ($1, $2, $3, $4, $5, $5, $2, $6, 3600, 'MANUAL', 1, false, now())`,
    [id, body.start, body.person, body.service, body.workClass, body.end],
  );
  return { id, version: 1 };
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.send({ ready: true, port: app.server.address().port });
process.on('disconnect', () => process.exit(0));
