import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { gql } from '../graphql/client.js';
import type { MeQuery, MeQueryVariables } from '../graphql/generated/operations.js';
import { Ready } from '../graphql/pending.js';
import { useRead } from '../graphql/use-read.js';

const Me = gql<MeQuery, MeQueryVariables>(/* GraphQL */ `
  query Me {
    me { name role person { id key name zone weeklyHours } }
    organization { name reportingZone weekStart toilBudgetPercent settings locale }
  }
`);

type Role = MeQuery['me']['role'];

/** Who is looking, in which zone, and what they may. */
export interface Viewer {
  name: string;
  role: Role;
  person: MeQuery['me']['person'];
  organization: MeQuery['organization'];
  zone: string;
  may: (role: Role) => boolean;
}

const order: Role[] = ['VIEWER', 'MEMBER', 'LEAD', 'ADMIN'];
const Context = createContext<Viewer | null>(null);

/** The signed-in viewer; only inside MeProvider. */
export const useMe = (): Viewer => {
  const me = useContext(Context);
  if (!me) throw new Error('useMe is used outside MeProvider');
  return me;
};

/** Asks once who is looking; the page waits for the answer. */
export const MeProvider = ({ children }: { children: ReactNode }) => {
  const read = useRead(Me, {}, { types: ['Organization', 'Viewer'] });
  return (
    <Ready read={read} bones={[400]}>
      {(data) => <WithMe data={data}>{children}</WithMe>}
    </Ready>
  );
};

const WithMe = ({ data, children }: { data: MeQuery; children: ReactNode }) => {
  const value = useMemo<Viewer>(
    () => ({
      ...data.me,
      organization: data.organization,
      zone:
        data.me.person?.zone ??
        Intl.DateTimeFormat().resolvedOptions().timeZone ??
        data.organization.reportingZone,
      may: (role) => order.indexOf(data.me.role) >= order.indexOf(role),
    }),
    [data],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
};
