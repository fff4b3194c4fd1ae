/** The source under which our own alerts open incidents; their external id is the alert's id. */
export const ALERT_SOURCE = 'untoil';
