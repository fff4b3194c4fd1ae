import type { Page } from 'playwright-core';

const DAY_MS = 86_400_000;
const WEEKS = 156;
const SERVICES = 60;

interface Metric {
  percent: string;
}
interface Report {
  range: { to: string; weeks: unknown[] };
  now: { total: Metric; services: { service: object; band: string; toil: Metric }[] };
  before: { services: unknown[] };
  automations: { key: string; liveSince: string; service: { key: string } }[];
}

const moved = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const share = (service: number, week: number) =>
  Math.max(1, 28 + 22 * Math.sin(service) + 9 * Math.sin(week / 9 + service) + 4 * Math.sin(week * 7));
const metric = (value: number) => ({
  percent: value.toFixed(2),
  lowPercent: Math.max(0, value - 4).toFixed(2),
  highPercent: (value + 6).toFixed(2),
  coveragePercent: '80.00',
  provisional: false,
});

/** Turns a small report into one of three years and 60 services. */
const grown = (report: Report): void => {
  const first = moved(report.range.to, -7 * WEEKS);
  const [model] = report.now.services;
  report.range.weeks = Array.from({ length: WEEKS }, (_, week) => ({
    label: `W${week}`,
    from: moved(first, 7 * week),
    to: moved(first, 7 * week + 7),
    hours: 168,
    total: metric(share(0.3, week)),
    services: Array.from({ length: SERVICES }, (_, place) => ({
      service: { key: `service-${place}` },
      toil: metric(share(place, week)),
    })),
  }));
  report.now.services = Array.from({ length: SERVICES }, (_, place) => {
    const value = share(place, WEEKS - 1);
    return {
      ...model,
      service: { id: `svc_${place}`, key: `service-${place}`, name: `Payments service number ${place + 1}` },
      band: value < 30 ? 'HEALTHY' : value > 50 ? 'OVER' : 'WATCH',
      toil: { ...report.now.total, ...metric(value) },
    };
  });
  report.before.services = [];
  // at the left edge, near the middle, in the running week
  report.automations = [2, 80, WEEKS].map((week, place) => ({
    key: `restart-stuck-payment-workers-${place}`,
    liveSince: moved(first, 7 * week - 1),
    service: { key: 'service-1' },
  }));
};

/** From now on the toil page of this browser reads a report of 156 weeks and 60 services; everything else is real. */
export const serveLargeReport = async (page: Page): Promise<void> => {
  await page.route('**/graphql', async (route) => {
    const asked = route.request().postData() ?? '';
    if (!/query (ToilPage|Budgets|Growth)\b/.test(asked)) return route.continue();
    const response = await route.fetch();
    const body: { data?: Report } = await response.json();
    if (asked.includes('query ToilPage') && body.data) grown(body.data);
    // services that exist in the report only
    const json = asked.includes('query ToilPage')
      ? body
      : { data: { budgetStatuses: [], toilGrowth: { nullReason: 'NO_DATA' } } };
    await route.fulfill({ response, json });
  });
};
