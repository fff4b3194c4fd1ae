/** From where toil is watched, and above which it is over the budget; in percent. */
export type BandEdges = readonly [watch: number, over: number];

/** The edges of an organisation; its settings name only what differs from the defaults. */
export const bandEdges = (organization: { toilBudgetPercent: string; settings: unknown }): BandEdges => {
  const { settings } = organization;
  const watch =
    settings && typeof settings === 'object' && 'watchPercent' in settings ? settings.watchPercent : 30;
  return [Number(watch), Number(organization.toilBudgetPercent)];
};

/** The band of a share; both edges belong to the watched ones. */
export const bandOf = (percent: string | null, [watch, over]: BandEdges): string =>
  percent === null
    ? 'UNKNOWN'
    : Number(percent) < watch
      ? 'HEALTHY'
      : Number(percent) > over
        ? 'OVER'
        : 'WATCH';
