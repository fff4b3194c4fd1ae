const EVERY_MS = 500;

/**
 * Calls back when the process that started this one is gone, so that a killed "npm start" leaves nothing behind. The
 * pinned Node's parent holds a channel; npm and its shell are watched by the parent's pid (only under npm: a shell that
 * starts something in the background and ends is no reason to stop).
 */
export function watchParent(gone) {
  if (process.channel) {
    process.once('disconnect', gone);
    process.channel.unref();
  }
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}
