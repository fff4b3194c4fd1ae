/** How a drawn face looks: lengths in parts of the picture's side, colours as #rrggbb. */
export interface Face {
  key: string;
  skin: string;
  hair: string;
  iris: string;
  /** Half width and half height. */
  head: [number, number];
  /** Width of the chin in parts of the head's. */
  jaw: number;
  /** Distance of the eyes. */
  eyes: number;
  eyeSize: number;
  /** Thickness; slope in pixels. */
  brow: [number, number];
  /** Length and width. */
  nose: [number, number];
  mouth: number;
  style: 'bob' | 'short' | 'long' | 'fringe';
  glasses: boolean;
  /** 0 to 1. */
  beard: number;
  /** How many. */
  freckles: number;
}

/**
 * The five people of the sample set: lengths in parts of the picture's side. They differ in proportions and features,
 * not in anything that a single pixel shows.
 */
export const FACES: readonly Face[] = [
  {
    key: 'haneul',
    skin: '#e8b996',
    hair: '#231a17',
    iris: '#3b2618',
    head: [0.3, 0.39],
    jaw: 0.78,
    eyes: 0.145,
    eyeSize: 0.034,
    brow: [0.016, -3],
    nose: [0.1, 0.034],
    mouth: 0.12,
    style: 'bob',
    glasses: false,
    beard: 0,
    freckles: 0,
  },
  {
    key: 'joon',
    skin: '#d9a679',
    hair: '#15110f',
    iris: '#2d1b10',
    head: [0.325, 0.37],
    jaw: 0.95,
    eyes: 0.17,
    eyeSize: 0.03,
    brow: [0.026, 4],
    nose: [0.125, 0.048],
    mouth: 0.15,
    style: 'short',
    glasses: true,
    beard: 0,
    freckles: 0,
  },
  {
    key: 'mira',
    skin: '#f1c9aa',
    hair: '#6b3a1e',
    iris: '#47603a',
    head: [0.285, 0.38],
    jaw: 0.7,
    eyes: 0.135,
    eyeSize: 0.04,
    brow: [0.014, 6],
    nose: [0.085, 0.03],
    mouth: 0.105,
    style: 'long',
    glasses: false,
    beard: 0,
    freckles: 26,
  },
  {
    key: 'theo',
    skin: '#b98258',
    hair: '#2b1c12',
    iris: '#33221a',
    head: [0.315, 0.41],
    jaw: 0.9,
    eyes: 0.155,
    eyeSize: 0.031,
    brow: [0.022, -1],
    nose: [0.12, 0.052],
    mouth: 0.145,
    style: 'short',
    glasses: false,
    beard: 0.75,
    freckles: 0,
  },
  {
    key: 'yuna',
    skin: '#dcae88',
    hair: '#1b1614',
    iris: '#2a1c14',
    head: [0.295, 0.4],
    jaw: 0.74,
    eyes: 0.15,
    eyeSize: 0.036,
    brow: [0.018, 1],
    nose: [0.105, 0.036],
    mouth: 0.13,
    style: 'fringe',
    glasses: true,
    beard: 0,
    freckles: 0,
  },
];
