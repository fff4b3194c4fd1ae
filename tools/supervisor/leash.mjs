// Loaded before the program of every child: when the supervisor is gone (kill -9), nobody would stop the child, so it
// stops itself, in order and within a grace time.
const GRACE_MS = 8000;

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
