import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';

/** One step of the way here; the last has no address. */
export type Crumb = readonly [words: string, to?: string];

const Context = createContext<{ crumbs: readonly Crumb[]; set: (crumbs: readonly Crumb[]) => void }>({
  crumbs: [],
  set: () => undefined,
});

/** Holds the way from the section to the page. */
export const CrumbProvider = ({ children }: { children: ReactNode }) => {
  const [crumbs, set] = useState<readonly Crumb[]>([]);
  const value = useMemo(() => ({ crumbs, set }), [crumbs]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
};

/** Names the way here while this page is shown. */
export const useCrumbs = (...crumbs: Crumb[]): void => {
  const { set } = useContext(Context);
  const text = JSON.stringify(crumbs);
  useEffect(() => set(JSON.parse(text) as Crumb[]), [text, set]);
};

/** The way here in the top bar. */
export const Crumbs = ({ label }: { label: string }) => {
  const { crumbs } = useContext(Context);
  return (
    <nav aria-label={label}>
      <ol className="crumb">
        {crumbs.map(([words, to], index) => (
          <li key={`${words}${to}`}>
            {to ? <Link to={to}>{words}</Link> : <span aria-current="page">{words}</span>}
            {index < crumbs.length - 1 && (
              <span className="sep" aria-hidden="true">
                /
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
};
