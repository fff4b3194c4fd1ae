/** The running timer at the foot of the navigation. */
export const RunningTimer = () => null;
