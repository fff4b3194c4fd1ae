// a true minus: the hyphen is too short beside figures, and "-0" says less than "0"
const written = (value: number | string, locale: string, options: Intl.NumberFormatOptions): string =>
  Number(value)
    .toLocaleString(locale, { signDisplay: 'negative', ...options })
    .replace('-', '−');

/** Groups thousands and keeps a fixed number of decimals; text from the API's Decimal is accepted. */
export const number = (value: number | string, decimals = 0, locale = 'en'): string =>
  written(value, locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A figure with as few decimals as it needs, at most four. */
export const plain = (value: number | string, locale = 'en'): string =>
  written(value, locale, { maximumFractionDigits: 4 });

/** A figure whose size is not known beforehand, to so many significant digits: -0.3812 -> "−0.38". */
export const significant = (value: number | string, digits = 2, locale = 'en'): string =>
  written(value, locale, { maximumSignificantDigits: Math.abs(Number(value)) >= 100 ? 4 : digits });

/** One decimal and no unit: 38.125 -> "38.1". */
export const oneDecimal = (value: number | string, locale = 'en'): string => number(value, 1, locale);

/** Seconds as hours with one decimal: 5400 -> "1.5 h". */
export const hours = (seconds: number, locale = 'en'): string =>
  locale === 'ko' ? `${number(seconds / 3600, 1, locale)}시간` : `${number(seconds / 3600, 1, locale)} h`;

// a unit on a line of its own is hard to read
const NBSP = '\u00a0';

/** The parts of a duration, each with its unit, for where it may break between them: 8820 -> ["2 h", "27 m"]. */
export const durationParts = (seconds: number, locale = 'en'): string[] => {
  const [h, m, s] = locale === 'ko' ? ['시간', '분', '초'] : [`${NBSP}h`, `${NBSP}m`, `${NBSP}s`];
  if (seconds < 10 && !Number.isInteger(seconds)) return [`${number(seconds, 1, locale)}${s}`];
  const whole = Math.round(seconds);
  const pair = (head: string, rest: number, unit: string | undefined) =>
    rest === 0 ? [head] : [head, `${rest}${unit}`];
  if (whole < 60) return [`${whole}${s}`];
  if (whole < 3600) return pair(`${Math.floor(whole / 60)}${m}`, whole % 60, s);
  const minutes = Math.round(whole / 60);
  return pair(`${number(Math.floor(minutes / 60), 0, locale)}${h}`, minutes % 60, m);
};

/** Seconds as people write them, in one piece: 0.4 -> "0.4 s", 397 -> "6 m 37 s", -5400 -> "−1 h 30 m". */
export const duration = (seconds: number, locale = 'en'): string =>
  `${seconds < 0 ? '−' : ''}${durationParts(Math.abs(seconds), locale).join(NBSP)}`;

/** A running clock: 1122 -> "0:18:42". */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
};

/** Time since a start on an axis: 135 -> "2:15"; from an hour on as a clock. */
export const elapsed = (seconds: number): string => clock(seconds).replace(/^0:0?/, '');

/** Bytes in the unit that keeps three figures: 15640 -> "15.3 KiB". */
export const bytes = (value: number, locale = 'en'): string => {
  if (value < 1024) return `${value} B`;
  const steps = ['KiB', 'MiB', 'GiB'];
  let amount = value / 1024;
  let step = 0;
  while (amount >= 1024 && step < 2) {
    amount /= 1024;
    step++;
  }
  return `${number(amount, 1, locale)} ${steps[step]}`;
};

/** A calendar day moved by whole days; 'YYYY-MM-DD' in and out. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** First day of the week that holds the day. */
export const weekStart = (day: string, first: 'MONDAY' | 'SUNDAY' = 'MONDAY'): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + (first === 'MONDAY' ? 6 : 0)) % 7));
};

/** The calendar day of an instant in a zone. */
export const dayIn = (instant: Date | string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant));

/** "1 time in 31" of a p value: the whole number that p is one of; at least 1. */
export const oneIn = (p: number): number => Math.max(1, Math.round(1 / Math.max(p, 1e-9)));

/** A digest short enough to read aloud: first and last four characters. */
export const shortDigest = (digest: string): string =>
  digest.length > 12 ? `${digest.slice(0, 4)}…${digest.slice(-4)}` : digest;

/** An instant as a wall-clock time of a zone, in the form of a datetime-local field: "2026-11-23T19:03". */
export const localIn = (instant: Date | string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(instant))
    .replace(' ', 'T');

/** The instant of a wall-clock time in a zone; of one that happened twice, one of both. */
export const instantOf = (local: string, zone: string): string => {
  const asUtc = Date.parse(`${local}:00Z`);
  const shown = Date.parse(`${localIn(new Date(asUtc), zone)}:00Z`);
  return new Date(2 * asUtc - shown).toISOString();
};
