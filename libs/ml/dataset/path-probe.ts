import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ImportRoots } from './import-roots.js';

/** A way to write missing paths so that they are found. */
interface Remedy {
  /** "Stripping a trailing carriage return" */
  doing: string;
  remedy: string;
  find(path: string): Promise<boolean>;
  /** The path as it would have to be written; absent where the root is what is wrong. */
  rewrite?(path: string): string;
}

const MOST_PROBED = 2_000;
/** Repairs that one hint names at most. */
const MOST_REPAIRS = 3;

/** Looks for files that are not where a manifest says, so that the message can name the repair. */
@Injectable()
export class PathProbe {
  constructor(private readonly roots: ImportRoots) {}

  /**
   * The repairs that find the paths, in words: the one that finds most first, then what finds some of the rest. Null when
   * none finds any. Probes at most 2,000 of them.
   */
  async hint(root: string, paths: readonly string[]): Promise<{ message: string; remedy: string } | null> {
    const probed = paths.slice(0, MOST_PROBED);
    const helps: { remedy: Remedy; found: Set<number> }[] = [];
    for (const remedy of this.remedies(root, probed)) {
      const found = new Set<number>();
      for (const [i, path] of probed.entries()) if (await remedy.find(path)) found.add(i);
      helps.push({ remedy, found });
      if (found.size === probed.length) break;
    }
    const chosen = mostFirst(helps);
    if (chosen.length === 0) return null;
    const which = (found: number): string =>
      found < probed.length
        ? `${found} of them`
        : paths.length > MOST_PROBED
          ? `all of the first ${MOST_PROBED}`
          : paths.length === 1
            ? 'it'
            : 'all of them';
    return {
      message: chosen.map(({ remedy, found }) => `${remedy.doing} finds ${which(found.size)}.`).join(' '),
      remedy: chosen.map(({ remedy }) => remedy.remedy).join('; '),
    };
  }

  /** How to write the paths that are not found so that all of the probed ones are; null when nothing is missing or helps. */
  async rewriting(root: string, paths: readonly string[]): Promise<((path: string) => string) | null> {
    const examined = new Set<string>();
    const missing: string[] = [];
    for (const path of paths) {
      if (missing.length === MOST_PROBED) break;
      examined.add(path);
      if (!(await this.roots.exists(root, path))) missing.push(path);
    }
    if (missing.length === 0) return null;
    const lost = new Set(missing);
    const allLost = lost.size === examined.size;
    for (const { find, rewrite } of this.remedies(root, missing)) {
      if (!rewrite) continue;
      let found = 0;
      for (const path of missing) if (await find(path)) found++;
      // What was not looked at is taken to be written like the rest, when all of that was lost; the check will tell.
      if (found === missing.length)
        return (path) => (lost.has(path) || (allLost && !examined.has(path)) ? rewrite(path) : path);
    }
    return null;
  }

  private *remedies(root: string, paths: readonly string[]): Generator<Remedy> {
    const rewritten = (doing: string, remedy: string, rewrite: (path: string) => string): Remedy => ({
      doing,
      remedy,
      rewrite,
      find: (path) => {
        const next = rewrite(path);
        return next === path ? Promise.resolve(false) : this.roots.exists(root, next);
      },
    });
    yield rewritten(
      'Stripping a trailing carriage return',
      'rewrite the manifest without carriage returns',
      (path) => path.replace(/\r+$/, ''),
    );
    yield rewritten(
      'Stripping spaces around the path',
      'rewrite the manifest without spaces around its paths',
      (path) => path.trim(),
    );
    yield rewritten('Turning backslashes into slashes', 'rewrite the manifest with slashes', (path) =>
      path.trim().replaceAll('\\', '/'),
    );
    yield rewritten(
      'Composing the letters of the path (Unicode NFC)',
      'rewrite the manifest in Unicode NFC',
      (path) => path.normalize('NFC'),
    );
    yield rewritten(
      'Decomposing the letters of the path (Unicode NFD)',
      'rewrite the manifest in Unicode NFD',
      (path) => path.normalize('NFD'),
    );
    yield {
      doing: 'Ignoring upper and lower case',
      remedy: 'rewrite the manifest in the case of the files',
      find: this.inAnyCase(root),
    };
    yield* this.otherRoots(root, paths[0] ?? '', rewritten);
  }

  // Paths written from a folder above or below the root, or for another of the import roots.
  private *otherRoots(
    root: string,
    sample: string,
    rewritten: (doing: string, remedy: string, rewrite: (path: string) => string) => Remedy,
  ): Generator<Remedy> {
    const parts = sample.replace(/^\/+/, '').split('/');
    for (let drop = sample.startsWith('/') ? 0 : 1; drop < Math.min(parts.length, 8); drop++) {
      const lead = parts.slice(0, drop).join('/');
      const shown = sample.startsWith('/') ? `/${lead}` : lead;
      yield rewritten(
        `Leaving "${shown}" out of the paths`,
        `write the paths relative to the root, without "${shown}"`,
        (path) =>
          path.replace(/^\/+/, '').startsWith(lead === '' ? '' : `${lead}/`)
            ? path.replace(/^\/+/, '').split('/').slice(drop).join('/')
            : path,
      );
    }
    const others = new Set<string>([dirname(root), dirname(dirname(root)), ...this.roots.roots()]);
    for (const other of others) {
      if (other === root) continue;
      yield {
        doing: `The root ${other}`,
        remedy: `set the root to ${other}`,
        find: (path) => this.roots.exists(other, path),
      };
    }
    yield {
      doing: 'A folder below the root',
      remedy: 'set the root to that folder',
      find: (path) => this.inSubfolder(root, path),
    };
  }

  // The files' own spelling is found by listing folders; whether it may be read is asked as for any other path.
  private inAnyCase(root: string): (path: string) => Promise<boolean> {
    const spelled = caseBlind(root);
    return async (path) => {
      const own = await spelled(path);
      return own !== null && this.roots.exists(root, own);
    };
  }

  private async inSubfolder(root: string, path: string): Promise<boolean> {
    for (const entry of await entries(root))
      if (await this.roots.exists(join(root, entry), path)) return true;
    return false;
  }
}

// Each further repair is counted by what those before it leave missing.
function mostFirst(helps: readonly { remedy: Remedy; found: Set<number> }[]) {
  const chosen: { remedy: Remedy; found: Set<number> }[] = [];
  let left = [...helps];
  for (;;) {
    const [best] = left.sort((a, b) => b.found.size - a.found.size);
    if (!best || best.found.size === 0 || chosen.length === MOST_REPAIRS) return chosen;
    chosen.push(best);
    left = left
      .filter((one) => one !== best)
      .map(({ remedy, found }) => ({
        remedy,
        found: new Set([...found].filter((place) => !best.found.has(place))),
      }));
  }
}

const entries = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

function caseBlind(root: string): (path: string) => Promise<string | null> {
  const listings = new Map<string, Promise<Map<string, string>>>();
  const list = (folder: string): Promise<Map<string, string>> => {
    const known =
      listings.get(folder) ??
      entries(folder).then((names) => new Map(names.map((name) => [name.toLowerCase(), name])));
    listings.set(folder, known);
    return known;
  };
  return async (path) => {
    const full = join(root, path);
    if (relative(root, full).startsWith('..')) return null;
    let at = root;
    for (const part of relative(root, full).split(sep)) {
      const name = (await list(at)).get(part.toLowerCase());
      if (name === undefined) return null;
      at = join(at, name);
    }
    return relative(root, at);
  };
}
