/** Dates [from, to). */
export interface DateRange {
  from: string;
  to: string;
}

/** What of the range lies in none of the others, which are in order and do not overlap. */
export function without({ from, to }: DateRange, others: readonly DateRange[]): DateRange[] {
  const left: DateRange[] = [];
  let since = from;
  for (const other of others) {
    if (other.from > since) left.push({ from: since, to: other.from < to ? other.from : to });
    if (other.to > since) since = other.to;
  }
  if (since < to) left.push({ from: since, to });
  return left.filter((range) => range.from < range.to);
}

/** The ranges with neighbours made one; they are in order. */
export function joined(ranges: readonly DateRange[]): DateRange[] {
  const result: DateRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && last.to >= range.from) last.to = range.to > last.to ? range.to : last.to;
    else result.push({ ...range });
  }
  return result;
}

/** What both have in common; null: nothing. */
export function common(one: DateRange, other: DateRange): DateRange | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from < to ? { from, to } : null;
}
