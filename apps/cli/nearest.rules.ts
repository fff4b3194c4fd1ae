/** Letters to change, add, drop or swap with a neighbour until one word is the other. */
const distance = (from: string, to: string): number => {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const at = (up: number, left: number) => rows[row - up]?.[column - left] ?? 0;
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      line.push(
        Math.min(
          at(1, 0) + 1,
          (line[column - 1] ?? 0) + 1,
          at(1, 1) + (same ? 0 : 1),
          row > 1 && column > 1 && swapped ? at(2, 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(line);
  }
  return rows[from.length]?.[to.length] ?? 0;
};

/** The known word that was most likely meant: at most a third of its letters differ, or it begins the same; else null. */
export const nearest = (word: string, known: readonly string[]): string | null => {
  const asked = word.toLowerCase();
  const [best] = known
    .map((one) => ({ one, away: one.startsWith(asked) ? 1 : distance(asked, one) }))
    .filter(({ one, away }) => away <= Math.max(1, Math.floor(one.length / 3)))
    .sort((a, b) => a.away - b.away);
  return best?.one ?? null;
};
