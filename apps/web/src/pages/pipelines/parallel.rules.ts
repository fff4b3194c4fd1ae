/** One value of a run: its name, and how a figure of it is written. */
export interface Axis {
  key: string;
  label: string;
  format: (value: number | string | null) => string;
}

/** Where each run lies on an axis, 0 at the foot to 1 at the head, and what is written beside it. */
export interface Placed {
  shares: (number | null)[];
  marks: { share: number; label: string }[];
}

/**
 * Places the values of one axis. Figures lie to scale between the smallest and the largest, words evenly in the order of
 * their first appearance; a value that all runs share lies in the middle, one that a run does not have nowhere.
 */
export const placesOn = (axis: Axis, values: readonly (number | string | null)[]): Placed => {
  const known = [...new Set(values.filter((value) => value !== null))];
  const figures = known.filter((value) => typeof value === 'number');
  const scale: (number | string)[] =
    figures.length === known.length
      ? figures.length === 0
        ? []
        : [Math.min(...figures), Math.max(...figures)]
      : known;
  const shareOf = (value: number | string): number => {
    if (known.length === 1) return 0.5;
    const [low, high] = scale;
    return typeof value === 'number' &&
      typeof low === 'number' &&
      typeof high === 'number' &&
      figures.length === known.length
      ? (value - low) / (high - low)
      : known.indexOf(value) / (known.length - 1);
  };
  return {
    shares: values.map((value) => (value === null ? null : shareOf(value))),
    marks: [...new Set(scale)].map((value) => ({ share: shareOf(value), label: axis.format(value) })),
  };
};
