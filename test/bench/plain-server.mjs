// The yardstick: plain Fastify and plain pg answering the same 20 rows, with nothing of ours.
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = Fastify();
app.post('/services', async () => {
  const { rows } = await pool.query('select id, key, name from service order by key, id limit 21');
  const nodes = rows.slice(0, 20);
  const pageInfo = { hasNextPage: rows.length > 20, endCursor: nodes.at(-1)?.id ?? null };
  return { data: { services: { nodes, pageInfo } } };
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.send({ ready: true, port: app.server.address().port });
process.on('disconnect', () => process.exit(0));
