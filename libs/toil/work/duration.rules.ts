const HOURS_MINUTES = /^(?:(\d+)h)?\s*(?:(\d+)m)?$/;
const CLOCK = /^(\d+):([0-5]\d)$/;
const DECIMAL_HOURS = /^(\d+)(?:\.(\d+))?h?$/;

/**
 * Reads a duration as people type it into whole seconds: `45m`, `3h`, `2h27m`, `1:30` (hours:minutes) or decimal hours
 * (`1.5`). Never seconds. null when the text is none of these; zero is a duration (the caller decides about it).
 */
export function parseDuration(text: string): number | null {
  const typed = text.trim().toLowerCase();
  if (typed.length === 0 || typed.length > 20) return null;
  return hoursAndMinutes(typed) ?? clock(typed) ?? decimalHours(typed);
}

function hoursAndMinutes(typed: string): number | null {
  const match = HOURS_MINUTES.exec(typed);
  if (!match) return null;
  const minutes = Number(match[2] ?? 0);
  // 2h90m is more likely a slip than three and a half hours.
  if (match[1] !== undefined && minutes > 59) return null;
  return Number(match[1] ?? 0) * 3600 + minutes * 60;
}

function clock(typed: string): number | null {
  const match = CLOCK.exec(typed);
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 : null;
}

function decimalHours(typed: string): number | null {
  const match = DECIMAL_HOURS.exec(typed);
  if (!match) return null;
  const fraction = match[2] ?? '';
  const scale = 10n ** BigInt(fraction.length);
  const units = BigInt((match[1] ?? '0') + fraction) * 3600n;
  return Number((2n * units + scale) / (2n * scale));
}

/** Writes seconds the way people type them: `2h27m`, `45m`; odd seconds are rounded to the minute, half-up. */
export function formatDuration(seconds: number): string {
  const minutes = Math.floor((seconds + 30) / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${rest}m`;
}

/** Writes seconds so that they are read back as they are: `2:27`, odd seconds as decimal hours. */
export const exactDuration = (seconds: number): string =>
  seconds % 60 === 0
    ? `${Math.floor(seconds / 3600)}:${String((seconds / 60) % 60).padStart(2, '0')}`
    : (seconds / 3600).toFixed(9);
