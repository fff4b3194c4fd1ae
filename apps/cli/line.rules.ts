/** The words of `untoil log` as one line. */
export const lineOf = (words: readonly string[]): string => words.join(' ').replace(/\s+/g, ' ').trim();

/** Seconds as people write them: 2700 -> "45m", 8820 -> "2h27m". */
export const shortDuration = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours === 0 ? `${rest}m` : rest === 0 ? `${hours}h` : `${hours}h${rest}m`;
};

/** The calendar day of a moment on this machine. */
export const localDay = (now: Date): string =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;

/** Day and minute of a moment on this machine: "2026-11-23 19:03". */
export const localMinute = (moment: Date): string =>
  `${localDay(moment)} ${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`;

/** Whether a text is a day of the calendar, written as 2026-03-02. */
export const isDay = (text: string): boolean => {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
};

/** A day moved by whole days. */
export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
