import type { Sequence } from '#platform';
import type { Face } from './faces.rules.js';

/** Side of a drawn picture in pixels. */
export const SIDE = 160;

/** How a head is held in one picture, in pixels; open: how far the eyes are, 0 to 1. */
interface Shot {
  turn: number;
  look: number;
  smile: number;
  open: number;
}

const shade = (hex: string, factor: number): string => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.map((part) => Math.max(0, Math.min(255, Math.round(part * factor)))).join(',')})`;
};
const hsl = (hue: number, saturation: number, light: number): string =>
  `hsl(${hue.toFixed(0)},${saturation.toFixed(0)}%,${light.toFixed(0)}%)`;
const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${fill}" ${more}/>`;
const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;

function background(random: Sequence): { from: string; to: string; things: string } {
  const colour = () => hsl(random.between(0, 360), random.between(5, 55), random.between(20, 85));
  const [from, to] = [colour(), colour()];
  const things = Array.from({ length: random.whole(1, 4) }, () => {
    const fill = hsl(random.between(0, 360), random.between(10, 60), random.between(15, 85));
    const [x, y, w, h] = [
      random.between(-20, 150),
      random.between(-20, 150),
      random.between(10, 70),
      random.between(10, 110),
    ];
    return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" opacity="${random.between(0.3, 0.9)}"/>`;
  });
  return { from, to, things: things.join('') };
}

function hairBehind(face: Face, rx: number, ry: number): string {
  if (face.style === 'long')
    return path(
      `M ${-rx * 1.18} ${-ry * 0.2} Q ${-rx * 1.5} ${ry * 1.5} ${-rx * 0.9} ${ry * 1.75} L ${rx * 0.9} ${ry * 1.75} Q ${rx * 1.5} ${ry * 1.5} ${rx * 1.18} ${-ry * 0.2} Z`,
      face.hair,
    );
  if (face.style === 'bob') return ellipse(0, ry * 0.08, rx * 1.25, ry * 1.02, face.hair);
  return '';
}

function hairInFront(face: Face, rx: number, ry: number, turn: number): string {
  const low = face.style === 'fringe' ? -ry * 0.3 : -ry * 0.5;
  const parting = turn * 0.5 + (face.style === 'bob' ? -rx * 0.3 : rx * 0.2);
  const cap = `M ${-rx * 1.04} ${-ry * 0.12} Q ${-rx * 1.1} ${-ry * 1.15} 0 ${-ry * 1.14} Q ${rx * 1.1} ${-ry * 1.15} ${rx * 1.04} ${-ry * 0.12} `;
  const edge =
    face.style === 'fringe'
      ? `Q ${rx * 0.7} ${low} 0 ${low} Q ${-rx * 0.7} ${low} ${-rx * 1.04} ${-ry * 0.12} Z`
      : `Q ${rx * 0.8} ${low} ${parting} ${-ry * 0.75} Q ${-rx * 0.8} ${low} ${-rx * 1.04} ${-ry * 0.12} Z`;
  return path(cap + edge, face.hair);
}

function eye(face: Face, x: number, y: number, { look, open }: Shot): string {
  const size = face.eyeSize * SIDE;
  return [
    ellipse(x, y, size * 1.25, size * open, '#f5f1ea'),
    ellipse(x + look, y, size * 0.62, Math.min(size * 0.62, size * open), face.iris),
    ellipse(x + look, y, size * 0.28, Math.min(size * 0.28, size * open), '#0b0806'),
  ].join('');
}

function features(face: Face, shot: Shot, rx: number, ry: number): string {
  const { turn, smile } = shot;
  const [gap, eyeY] = [face.eyes * SIDE * 0.5, -ry * 0.12];
  const [thick, slope] = face.brow;
  const parts: string[] = [];
  for (const side of [-1, 1]) {
    // Turning the head moves the features and narrows the far side.
    const x = turn + side * gap * (1 - (side * turn) / (rx * 4));
    parts.push(eye(face, x, eyeY, shot));
    const [browY, reach] = [eyeY - ry * 0.2 - smile * 0.6, face.eyeSize * SIDE * 1.5];
    parts.push(
      `<line x1="${x - reach}" y1="${browY + side * slope * 0.4}" x2="${x + reach}" y2="${browY - side * slope * 0.4}" stroke="${face.hair}" stroke-width="${thick * SIDE}" stroke-linecap="round"/>`,
    );
    if (face.glasses)
      parts.push(
        ellipse(
          x,
          eyeY,
          face.eyeSize * SIDE * 1.9,
          face.eyeSize * SIDE * 1.6,
          'none',
          'stroke="#2a2a30" stroke-width="2"',
        ),
      );
  }
  if (face.glasses)
    parts.push(
      `<line x1="${turn - gap * 0.35}" y1="${eyeY}" x2="${turn + gap * 0.35}" y2="${eyeY}" stroke="#2a2a30" stroke-width="2"/>`,
    );
  const [noseLength, noseWidth] = [face.nose[0] * SIDE, face.nose[1] * SIDE];
  parts.push(
    path(
      `M ${turn * 1.2} ${eyeY + 4} Q ${turn * 1.5 + noseWidth} ${eyeY + noseLength} ${turn * 1.4} ${eyeY + noseLength + 3} Q ${turn * 1.2 - noseWidth} ${eyeY + noseLength} ${turn * 1.2} ${eyeY + noseLength - 3}`,
      shade(face.skin, 0.86),
    ),
  );
  const [mouth, mouthY] = [face.mouth * SIDE * 0.5 * (1 + smile * 0.03), ry * 0.52];
  parts.push(
    path(
      `M ${turn - mouth} ${mouthY - smile} Q ${turn} ${mouthY + smile * 1.6 + 3} ${turn + mouth} ${mouthY - smile} Q ${turn} ${mouthY + smile * 0.4 - 2} ${turn - mouth} ${mouthY - smile}`,
      '#a4504a',
    ),
  );
  if (face.beard > 0)
    parts.push(
      ellipse(turn * 0.6, ry * 0.66, rx * 0.72, ry * 0.36, face.hair, `opacity="${face.beard * 0.45}"`),
    );
  return parts.join('');
}

function freckles(face: Face, random: Sequence, rx: number, ry: number, turn: number): string {
  return Array.from({ length: face.freckles }, () =>
    ellipse(
      turn + random.between(-0.6, 0.6) * rx,
      ry * random.between(0, 0.35),
      0.9,
      0.9,
      '#a66a45',
      'opacity="0.7"',
    ),
  ).join('');
}

/** One picture of a person as SVG: pose, light, expression and surroundings come from the sequence. */
export function drawFace(face: Face, random: Sequence): string {
  const scale = random.between(0.86, 1.08);
  const shot: Shot = {
    turn: random.between(-11, 11),
    look: random.between(-2, 2),
    smile: random.between(-2, 5),
    open: random.between(0.35, 0.95),
  };
  const [rx, ry] = [face.head[0] * SIDE * 0.92, face.head[1] * SIDE * 0.92];
  const scene = background(random);
  const [lightX, lightY, dark] = [
    random.between(-0.2, 1.2),
    random.between(-0.2, 0.8),
    random.between(0.1, 0.55),
  ];
  const place = `translate(${80 + random.between(-8, 8)} ${82 + random.between(-7, 7)}) rotate(${random.between(-9, 9)}) scale(${scale})`;
  const jaw = `M ${-rx} ${-ry * 0.2} Q ${-rx} ${-ry} 0 ${-ry} Q ${rx} ${-ry} ${rx} ${-ry * 0.2} Q ${rx * face.jaw} ${ry * 0.85} ${shot.turn * 0.5} ${ry} Q ${-rx * face.jaw} ${ry * 0.85} ${-rx} ${-ry * 0.2} Z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">
<defs><linearGradient id="b" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${scene.from}"/><stop offset="1" stop-color="${scene.to}"/></linearGradient>
<radialGradient id="l" cx="${lightX}" cy="${lightY}" r="1.1"><stop offset="0" stop-color="#fff" stop-opacity="${random.between(0.05, 0.3)}"/><stop offset="0.5" stop-color="#000" stop-opacity="${dark * 0.25}"/><stop offset="1" stop-color="#000" stop-opacity="${dark}"/></radialGradient></defs>
<rect width="${SIDE}" height="${SIDE}" fill="url(#b)"/>${scene.things}
<g transform="${place}">${hairBehind(face, rx, ry)}
${path(`M ${-rx * 1.6} ${ry * 2.2} Q ${-rx * 1.2} ${ry * 1.2} 0 ${ry * 1.1} Q ${rx * 1.2} ${ry * 1.2} ${rx * 1.6} ${ry * 2.2} Z`, hsl(random.between(0, 360), random.between(10, 70), random.between(20, 80)))}
<rect x="${-rx * 0.35}" y="${ry * 0.6}" width="${rx * 0.7}" height="${ry * 0.7}" fill="${shade(face.skin, 0.82)}"/>
${path(jaw, shade(face.skin, random.between(0.92, 1.06)))}
${features(face, shot, rx, ry)}${freckles(face, random, rx, ry, shot.turn)}${hairInFront(face, rx, ry, shot.turn)}</g>
<rect width="${SIDE}" height="${SIDE}" fill="url(#l)"/></svg>`;
}
