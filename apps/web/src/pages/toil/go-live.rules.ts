/** An automation that may have gone live. */
export interface LiveAutomation {
  key: string;
  liveSince: string | null;
}

const MOST = 3;
const LONGEST = 24;

const short = (key: string) => (key.length > LONGEST ? `${key.slice(0, LONGEST - 1)}…` : key);

/**
 * What went live within [from, to), as events of a chart over it: those of one day share a line, and of many the newest
 * are named, because words over words say nothing.
 */
export const goLiveEvents = (
  automations: readonly LiveAutomation[],
  range: { from: string; to: string; weeks: readonly { from: string }[] },
  say: (name: string, day: string) => string,
): { x: number; label: string }[] => {
  // the running week is drawn at its first day, and nothing to the right of it
  const last = range.weeks.at(-1)?.from ?? range.to;
  const byDay = new Map<string, string[]>();
  for (const { key, liveSince } of automations) {
    if (liveSince === null || liveSince < range.from || liveSince >= range.to) continue;
    byDay.set(liveSince, [...(byDay.get(liveSince) ?? []), key]);
  }
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-MOST)
    .map(([day, keys]) => ({
      x: Date.parse(`${day < last ? day : last}T00:00:00Z`),
      label: say(
        keys.length > 1 ? `${short(keys[0] as string)} +${keys.length - 1}` : short(keys[0] as string),
        day,
      ),
    }));
};
