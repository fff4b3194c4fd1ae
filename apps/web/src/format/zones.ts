/** All time zones to choose from, the chosen one first; browsers leave UTC out of their list. */
export const zonesFrom = (chosen: string): string[] => [
  ...new Set([chosen, ...Intl.supportedValuesOf('timeZone'), 'UTC']),
];
