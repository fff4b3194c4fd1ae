import { stripVTControlCharacters } from 'node:util';

// East Asian wide characters take two cells of a terminal.
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Cells that a text takes on a terminal; colours take none. */
export const cells = (text: string): number =>
  [...stripVTControlCharacters(text)].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0);

/** Columns under a head, two spaces apart; columns of figures go right. */
export const table = (head: string[], rows: string[][]): string => {
  const width = head.map((name, column) =>
    Math.max(cells(name), ...rows.map((row) => cells(row[column] ?? ''))),
  );
  const right = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^[-–+\d., %h]*$/.test(row[column] ?? '')),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (width[column] ?? 0) - cells(cell)));
        return right[column] ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
};
