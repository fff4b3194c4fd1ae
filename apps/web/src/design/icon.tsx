const paths = {
  home: 'M2.5 7.5 8 3l5.5 4.5V13h-3.7V9.5H6.2V13H2.5z',
  toil: 'M2.5 13V9M6.2 13V5M9.8 13V7.5M13.5 13V3',
  incidents: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3v.1',
  automate: 'M9 2 4 9h3.6L7 14l5-7H8.4z',
  datasets: 'M3 4.5C3 2.5 13 2.5 13 4.5v7c0 2-10 2-10 0zM3 4.5c0 2 10 2 10 0M3 8c0 2 10 2 10 0',
  pipelines:
    'M2.5 8a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 0 0-3.4 0M10.1 4a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 0 0-3.4 0M10.1 12a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 0 0-3.4 0M5.7 7.3l4.6-2.6M5.7 8.7l4.6 2.6',
  models: 'M8 2l5.5 3v6L8 14l-5.5-3V5zM2.5 5 8 8l5.5-3M8 8v6',
  alerts: 'M4 11V7a4 4 0 0 1 8 0v4l1.2 1.2H2.8zM6.8 14h2.4',
  settings: 'M3 4.5h10M3 8h10M3 11.5h10M6 3v3M10 6.5v3M5 10v3',
  more: 'M3 8h.1M8 8h.1M13 8h.1',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

/** Names of the line icons that the shell uses. */
export type IconName = keyof typeof paths;

/** A 16 px line icon; decorative, the words beside it carry the meaning. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="ico" viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);

/** The product's mark. */
export const Mark = () => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--accent)" />
    <path
      d="M6 5.5v5a4 4 0 0 0 8 0"
      fill="none"
      stroke="var(--on-accent)"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
    <circle cx="14" cy="6" r="1.5" fill="var(--on-accent)" />
  </svg>
);

/** Meaning of a state; each has its own colour and its own shape. */
export type Tone = 'ok' | 'watch' | 'over' | 'run' | 'idle';

/** The shape that belongs to a tone, so that colour is never the only sign. */
export const Shape = ({ tone, tick = false }: { tone: Tone; tick?: boolean }) => (
  <svg viewBox="0 0 10 10" aria-hidden="true" className={tone === 'run' ? 'turn' : undefined}>
    {tick ? (
      <path d="M1 5.2 3.8 8 9 2.2" fill="none" stroke="currentColor" strokeWidth="2" />
    ) : tone === 'ok' ? (
      <circle cx="5" cy="5" r="4" />
    ) : tone === 'watch' ? (
      <path d="M5 0l5 5-5 5-5-5z" />
    ) : tone === 'over' ? (
      <path d="M5 .5 10 9.5H0z" />
    ) : tone === 'run' ? (
      <>
        <path d="M5 0a5 5 0 0 1 5 5H8A3 3 0 0 0 5 2z" />
        <path d="M5 10a5 5 0 0 1-5-5h2a3 3 0 0 0 3 3z" opacity=".55" />
      </>
    ) : (
      <path d="M1 4h8v2H1z" />
    )}
  </svg>
);

/** The shape of a step that comes next; unlike a tone it says nothing about a state. */
export const Onward = () => (
  <svg viewBox="0 0 10 10" aria-hidden="true">
    <path d="M1 5h7M5 1.6 8.4 5 5 8.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
  </svg>
);
