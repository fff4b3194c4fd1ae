/** Ids of the scene that addresses are made of. */
export interface Scene {
  incident: string;
  run: string;
}

const TABS = [
  'organization',
  'people',
  'services',
  'types',
  'capacity',
  'budgets',
  'channels',
  'accounts',
  'webhooks',
  'audit',
  'retention',
  'sample',
  'tokens',
];

/** Every address of the pages, as the router knows them; each is held against accessibility rules. */
export const addressesOf = ({ incident, run }: Scene): string[] => [
  '/',
  '/toil',
  '/toil/checkout',
  '/incidents',
  `/incidents/${incident}`,
  '/automate',
  '/datasets',
  '/datasets/patterns',
  '/datasets/broken',
  '/pipelines',
  '/pipelines/doctor',
  '/pipelines/bars',
  `/pipelines/bars/compare?runs=${run}`,
  `/pipelines/bars/runs/${run}`,
  '/models',
  '/models/inspector',
  '/models/bars',
  '/models/bars/1',
  '/alerts',
  '/settings',
  ...TABS.map((tab) => `/settings/${tab}`),
  '/login',
  '/invitation?token=x',
  '/password-reset',
  '/password-reset?token=x',
  '/setup',
  '/setup/sample',
  '/nowhere',
];
