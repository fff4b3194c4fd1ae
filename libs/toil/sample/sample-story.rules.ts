import type { ToilCriteria } from '../work/classification.rules.js';

/** The same words in each language of the pages. */
export interface Words {
  en: string;
  ko: string;
}

/** The words of one language; English where there is no other. */
export const wordsIn = (words: Words, locale: string): string => (locale === 'ko' ? words.ko : words.en);

/** A service of the sample: instances in the first week, how many come each week, percent of toil it may cost. */
export interface SampleService {
  key: string;
  name: Words;
  size: number;
  growth: number;
  budget: string;
  incidents: Words[];
}

export const SAMPLE_SERVICES: SampleService[] = [
  {
    key: 'demo-checkout',
    name: { en: 'Checkout', ko: '결제' },
    size: 40,
    growth: 1.5,
    budget: '50',
    incidents: [
      { en: 'Payments time out', ko: '결제 시간 초과' },
      { en: 'Queue of orders grows', ko: '주문 대기열 증가' },
      { en: 'Certificate expired', ko: '인증서 만료' },
      { en: 'Error rate above 2 %', ko: '오류율 2 % 초과' },
    ],
  },
  {
    key: 'demo-search',
    name: { en: 'Search', ko: '검색' },
    size: 24,
    growth: 0.5,
    budget: '40',
    incidents: [
      { en: 'Results are stale', ko: '검색 결과 갱신 지연' },
      { en: 'Index node is out of disk', ko: '색인 노드 디스크 부족' },
      { en: 'Latency above 800 ms', ko: '지연 시간 800 ms 초과' },
    ],
  },
  {
    key: 'demo-data',
    name: { en: 'Data platform', ko: '데이터 플랫폼' },
    size: 12,
    growth: 0.8,
    budget: '50',
    incidents: [
      { en: 'Nightly load failed', ko: '야간 적재 실패' },
      { en: 'Disk full on the warehouse', ko: '웨어하우스 디스크 가득 참' },
      { en: 'Replica lags by an hour', ko: '복제본 1시간 지연' },
    ],
  },
  {
    key: 'demo-door',
    name: { en: 'Face login at the door', ko: '출입문 얼굴 인증' },
    size: 5,
    growth: 0.6,
    budget: '50',
    incidents: [
      { en: 'Door does not know new colleagues', ko: '새 동료를 알아보지 못함' },
      { en: 'Training starved for pictures', ko: '학습 입력 사진 부족' },
      { en: 'Camera pictures too dark', ko: '카메라 사진이 너무 어두움' },
    ],
  },
];

/** What is open when the sample is loaded: nobody is on the first yet. */
export const INCIDENTS_OF_NOW = {
  burning: { service: 'demo-checkout', title: { en: 'Error rate above 2 %', ko: '오류율 2 % 초과' } },
  answered: {
    service: 'demo-data',
    title: { en: 'Nightly load failed', ko: '야간 적재 실패' },
    person: 'demo-theo',
  },
};

/** A person of the sample; shares in percent by service, awayWeek the week in which they log nothing. */
export interface SamplePerson {
  key: string;
  name: string;
  zone: string;
  hours: string;
  shares: Record<string, string>;
  awayWeek?: number;
}

/** The first one leads the others. */
export const SAMPLE_PEOPLE: SamplePerson[] = [
  {
    key: 'demo-haneul',
    name: '김하늘 (Haneul Kim)',
    zone: 'Asia/Seoul',
    hours: '40',
    shares: { 'demo-checkout': '80', 'demo-search': '20' },
  },
  {
    key: 'demo-joon',
    name: '박준 (Joon Park)',
    zone: 'Asia/Seoul',
    hours: '40',
    shares: { 'demo-checkout': '60', 'demo-data': '40' },
  },
  {
    key: 'demo-mira',
    name: 'Mira Lindqvist',
    zone: 'Europe/Stockholm',
    hours: '32',
    shares: { 'demo-search': '100' },
    awayWeek: -12,
  },
  {
    key: 'demo-theo',
    name: 'Theo Okafor',
    zone: 'Europe/London',
    hours: '40',
    shares: { 'demo-data': '70', 'demo-door': '30' },
  },
  {
    key: 'demo-yuna',
    name: 'Yuna Sato',
    zone: 'Asia/Tokyo',
    hours: '40',
    shares: { 'demo-door': '80', 'demo-checkout': '20' },
    awayWeek: -4,
  },
];

const TOIL: ToilCriteria = {
  manual: true,
  repetitive: true,
  automatable: true,
  tactical: true,
  noEnduringValue: true,
  scalesLinearly: true,
};

/** A repeated task: minutes of one occurrence from to, and the services where it happens. */
export interface SampleTask {
  key: string;
  name: Words;
  criteria: ToilCriteria;
  minutes: [least: number, most: number];
  services: string[];
}

/** The service whose model the sample trains. */
export const DOOR = 'demo-door';
export const CERT_ROTATION = 'demo-cert-rotation';
export const SORT_PICTURES = 'demo-sort-pictures';
export const RETRAIN = 'demo-retrain';

export const SAMPLE_TASKS: SampleTask[] = [
  {
    key: CERT_ROTATION,
    name: { en: 'Rotate certificates', ko: '인증서 교체' },
    criteria: TOIL,
    minutes: [30, 90],
    services: ['demo-checkout', 'demo-search'],
  },
  {
    key: 'demo-restart-workers',
    name: { en: 'Restart stuck workers', ko: '멈춘 워커 재시작' },
    criteria: TOIL,
    minutes: [20, 80],
    services: ['demo-checkout', 'demo-data'],
  },
  {
    key: 'demo-free-disk',
    name: { en: 'Free full disks', ko: '디스크 정리' },
    criteria: TOIL,
    minutes: [40, 150],
    services: ['demo-data', 'demo-search'],
  },
  {
    key: 'demo-grant-access',
    name: { en: 'Grant access', ko: '권한 부여' },
    criteria: { ...TOIL, scalesLinearly: false },
    minutes: [20, 50],
    services: ['demo-checkout', 'demo-search', 'demo-data', 'demo-door'],
  },
  {
    key: SORT_PICTURES,
    name: { en: 'Sort and label new pictures', ko: '새 사진 분류와 라벨링' },
    criteria: TOIL,
    minutes: [100, 240],
    services: ['demo-door'],
  },
  {
    key: RETRAIN,
    name: { en: 'Retrain the door by hand', ko: '출입문 모델 수동 재학습' },
    criteria: { ...TOIL, noEnduringValue: false },
    minutes: [90, 240],
    services: ['demo-door'],
  },
];

/** What fills the rest of a week; it is no toil. */
export const FEATURES = { key: 'demo-feature', name: { en: 'Build features', ko: '기능 개발' } };
export const MEETINGS = { key: 'demo-meeting', name: { en: 'Meetings', ko: '회의' } };

/** What might be automated next, as the team estimates it. */
export const SAMPLE_CANDIDATES = [
  ['demo-sort-by-model', 7, '170', '0.8', '60', '1'],
  ['demo-restart-by-probe', 4, '50', '0.9', '24', '0.5'],
  ['demo-access-by-form', 10, '35', '0.5', '80', '2'],
  ['demo-disk-by-quota', 4, '95', '0.3', '120', '3'],
].map(([key, occurrences, handsOnMinutes, coverableShare, buildHours, maintenanceHoursPerWeek]) => ({
  key: String(key),
  occurrences: Number(occurrences),
  overWeeks: 1,
  handsOnMinutes: String(handsOnMinutes),
  coverableShare: String(coverableShare),
  buildHours: String(buildHours),
  maintenanceHoursPerWeek: String(maintenanceHoursPerWeek),
}));

/** The automation that took over the certificates. */
export const CERT_BOT = {
  key: 'demo-cert-bot',
  service: 'demo-checkout',
  taskType: CERT_ROTATION,
  baselineMinutes: '58',
  baselineSamples: 40,
  attendedMinutes: '2',
  demandPerWeek: 3,
};
/** The week since which it does. */
export const AUTOMATED_SINCE = -16;

export const SNIPPET_TEXT: Words = {
  en: 'New colleagues at the door: pictures sorted, labelled and trained by hand again.',
  ko: '새 동료의 출입 등록: 사진을 다시 손으로 분류하고 라벨을 붙이고 학습했습니다.',
};
