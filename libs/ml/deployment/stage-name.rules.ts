/** The name under which the traffic of a trial's current stage is counted. */
export const stageName = ({
  state,
  canaryPercent,
}: {
  state: string;
  canaryPercent: number | null;
}): string => (canaryPercent === null ? state : `${state}-${canaryPercent}`);
