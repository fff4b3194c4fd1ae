import { useSearchParams } from 'react-router';
import { useMe } from '../../app/me.js';
import { addDays, dayIn, instantOf, weekStart } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import type { ToilReportInput } from '../../graphql/generated/operations.js';

const pick = <V extends string>(value: string | null, values: readonly V[], otherwise: V): V =>
  values.find((one) => one === value) ?? otherwise;

const weekCounts = ['13', '26', '52', '104', '156'] as const;

/** The report's filters; they live in the address, so that a link shows what I see. */
export const useToilFilters = (service?: string) => {
  const [params, setParams] = useSearchParams();
  const me = useMe();
  const format = useFormat();
  const weeks = Number(pick(params.get('weeks'), weekCounts, '26'));
  const view = pick(params.get('view'), ['PERSON', 'TICKET'] as const, 'PERSON');
  const basis = pick(params.get('basis'), ['CAPACITY', 'LOGGED', 'LOGGED_EX_OVERHEAD'] as const, 'CAPACITY');
  const mode = pick(params.get('mode'), ['ENGAGED', 'WALL', 'HANDS_ON'] as const, 'ENGAGED');
  const band = pick(params.get('band'), ['', 'BUSINESS', 'OFF', 'SLEEP'] as const, '');
  const combined = params.get('combined') === '1';
  const told = params.get('asOf') ?? '';
  const asOf = Number.isNaN(Date.parse(told)) ? null : told;
  // up to today: the running week counts with the days that have come, so that its share is fair
  const asked = params.get('to') ?? '';
  const end = addDays(/^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : format.today(), 1);
  const week = weekStart(addDays(end, -1), me.organization.weekStart);
  const input = (from: string, to: string): ToilReportInput => ({
    from,
    to,
    view,
    basis,
    incidentMode: mode,
    ...(band ? { timeBand: band } : {}),
    ...(combined ? { combined: true } : {}),
    ...(asOf ? { asOf } : {}),
    ...(service ? { services: [service] } : {}),
  });
  const set = (changes: Record<string, string | null>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value === null || value === '') after.delete(key);
          else after.set(key, value);
        }
        return after;
      },
      { replace: true },
    );
  return {
    weeks,
    view,
    basis,
    mode,
    band,
    combined,
    asOf,
    /** How many of them differ from what a page begins with. */
    chosen: ['weeks', 'basis', 'mode', 'band', 'combined', 'asOf'].filter((key) => params.get(key)).length,
    /** The day whose end the report looks back from. */
    asOfDay: asOf === null ? '' : dayIn(asOf, format.zone),
    lookBackTo: (day: string) => set({ asOf: day ? instantOf(`${day}T23:59`, format.zone) : null }),
    end,
    set,
    range: input(addDays(week, -7 * (weeks - 1)), end),
    now: input(addDays(week, -84), end),
    before: input(addDays(week, -175), addDays(week, -84)),
  };
};
/** The filters as the page uses them. */
export type ToilFilters = ReturnType<typeof useToilFilters>;
export { weekCounts };
