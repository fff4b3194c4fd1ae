import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/me.js';
import {
  addDays,
  bytes,
  dayIn,
  duration,
  durationParts,
  hours,
  number,
  oneDecimal,
  plain,
  significant,
} from './format.rules.js';

/** Figures and times in the reader's language and zone. */
export const useFormat = () => {
  const { i18n } = useTranslation();
  const { zone } = useMe();
  const locale = i18n.language;
  return useMemo(() => {
    const at = (value: string, options: Intl.DateTimeFormatOptions, timeZone = zone) =>
      new Intl.DateTimeFormat(locale === 'ko' ? 'ko' : 'en-GB', { timeZone, ...options }).format(
        new Date(value),
      );
    return {
      locale,
      zone,
      number: (value: number | string, decimals = 0) => number(value, decimals, locale),
      plain: (value: number | string) => plain(value, locale),
      significant: (value: number | string, digits = 2) => significant(value, digits, locale),
      one: (value: number | string) => oneDecimal(value, locale),
      percent: (value: number | string, decimals = 1) => `${number(value, decimals, locale)} %`,
      hours: (seconds: number) => hours(seconds, locale),
      duration: (seconds: number) => duration(seconds, locale),
      durationParts: (seconds: number) => durationParts(seconds, locale),
      bytes: (value: number) => bytes(value, locale),
      today: () => dayIn(new Date(), zone),
      date: (day: string) => at(`${day.slice(0, 10)}T00:00:00Z`, { day: 'numeric', month: 'short' }, 'UTC'),
      /** The last day of a range whose end is exclusive. */
      lastDate: (end: string) =>
        at(`${addDays(end, -1)}T00:00:00Z`, { day: 'numeric', month: 'short' }, 'UTC'),
      list: (names: readonly string[]) => new Intl.ListFormat(locale === 'ko' ? 'ko' : 'en-GB').format(names),
      fullDate: (day: string) =>
        at(`${day.slice(0, 10)}T00:00:00Z`, { day: 'numeric', month: 'short', year: 'numeric' }, 'UTC'),
      month: (day: string) => at(`${day.slice(0, 10)}T00:00:00Z`, { month: 'short' }, 'UTC'),
      weekday: (day: string) =>
        at(`${day.slice(0, 10)}T00:00:00Z`, { weekday: 'short', day: 'numeric' }, 'UTC'),
      time: (instant: string) => at(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      second: (instant: string) =>
        at(instant, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
      dateTime: (instant: string) =>
        at(instant, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      utc: (instant: string) => `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    };
  }, [locale, zone]);
};
