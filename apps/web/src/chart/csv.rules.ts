/** One table as CSV for spreadsheets: BOM, CRLF, quotes where needed, and no cell that a spreadsheet would run. */
export const toCsv = (
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string => {
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    const text =
      typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value)
        ? `'${value}`
        : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
};
