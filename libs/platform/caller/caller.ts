/** What an account may do; each role may do what the ones before it may. */
export const ROLES = ['VIEWER', 'MEMBER', 'LEAD', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: the account behind the credentials, and the person it is linked to. */
export interface Caller {
  accountId: string;
  name: string;
  role: Role;
  personId: string | null;
}

/** The product itself: jobs, schedules, migrations of data. */
export const SYSTEM: Caller = Object.freeze({
  accountId: 'system',
  name: 'Untoil',
  role: 'ADMIN',
  personId: null,
});

/** Whether the role reaches the one that is needed. */
export const reaches = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
