/** What a line such as "45m checkout restart pods #deploy" says; null where it says nothing. */
export interface QuickEntry {
  duration: string | null;
  service: string | null;
  taskType: string | null;
  date: string | null;
  note: string;
  /** A #tag that is no known task type. */
  unknownTag: string | null;
}
interface Named {
  key: string;
  name: string;
}
/** What the line may name; by its key, or by its name with dashes for spaces. */
export interface QuickNames {
  services: readonly Named[];
  taskTypes: readonly Named[];
  today: string;
}

const joined = (hours: number, minutes: number) =>
  `${hours > 0 ? `${hours}h` : ''}${minutes > 0 || hours === 0 ? `${minutes}m` : ''}`;

/** A duration as the API takes it ("45m", "2h27m", "1:30", "1.5"), from one word in English or Korean; null when it is none. */
export const durationOf = (word: string): string | null => {
  const korean = /^(?:(\d{1,3})시간)?(?:(\d{1,4})분)?$/.exec(word);
  if (word && korean && (korean[1] || korean[2]))
    return joined(Number(korean[1] ?? 0), Number(korean[2] ?? 0));
  const half = /^(\d{1,3})시간반$/.exec(word);
  if (half) return joined(Number(half[1]), 30);
  const units = /^(?:(\d{1,3})h)?(?:(\d{1,4})(?:m|min))?$/i.exec(word);
  if (word && units && (units[1] || units[2])) return joined(Number(units[1] ?? 0), Number(units[2] ?? 0));
  if (/^\d{1,3}(\.\d{1,4})?h$/i.test(word)) return word.slice(0, -1);
  if (/^\d{1,3}:[0-5]\d$/.test(word)) return word;
  return null;
};

const keyOf = (known: readonly Named[], word: string): string | null =>
  (
    known.find(({ key }) => key === word) ??
    known.find(({ name }) => name.normalize('NFC').toLowerCase().replace(/\s+/g, '-') === word)
  )?.key ?? null;

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Reads a quick entry word by word: the first duration, service, #tag and day count, the rest is the note. */
export const parseQuickEntry = (line: string, names: QuickNames): QuickEntry => {
  const out: QuickEntry = {
    duration: null,
    service: null,
    taskType: null,
    date: null,
    note: '',
    unknownTag: null,
  };
  const words = line.normalize('NFC').trim().split(/\s+/).filter(Boolean);
  const rest: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    const pair =
      out.duration === null && /^\d+(시간|h)$/.test(word)
        ? durationOf(`${word}${words[index + 1] ?? ''}`)
        : null;
    const duration = out.duration === null ? (pair ?? durationOf(word)) : null;
    if (duration !== null) {
      out.duration = duration;
      if (pair !== null) index++;
      continue;
    }
    if (out.duration === null && index === 0 && /^\d{1,3}\.\d{1,4}$/.test(word)) {
      out.duration = word;
      continue;
    }
    if (word.startsWith('#') && word.length > 1 && out.taskType === null) {
      const tag = word.slice(1).toLowerCase();
      out.taskType = keyOf(names.taskTypes, tag);
      if (out.taskType === null) out.unknownTag = tag;
      continue;
    }
    const service = out.service === null ? keyOf(names.services, word.toLowerCase()) : null;
    if (service !== null) {
      out.service = service;
      continue;
    }
    if (out.date === null && /^@?(yesterday|어제)$/i.test(word)) {
      out.date = dayBefore(names.today);
      continue;
    }
    if (out.date === null && /^@?\d{4}-\d{2}-\d{2}$/.test(word)) {
      out.date = word.replace('@', '');
      continue;
    }
    rest.push(word);
  }
  out.note = rest.join(' ');
  return out;
};
