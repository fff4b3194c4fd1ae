/**
 * Lets Node run the TypeScript sources directly (tests, `npm run dev`): types are stripped by Node itself, and imports
 * that name the compiled `.js` file find the `.ts` beside them. Compiled code never takes this road.
 */
const SOURCE_HOOK = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module';
registerHooks({
  resolve(specifier, context, next) {
    try { return next(specifier, context); }
    catch (error) {
      if (!specifier.endsWith('.js')) throw error;
      return next(specifier.slice(0, -3) + '.ts', context);
    }
  },
});`)}`;

/** A thread's or child's first file, and the Node flags it needs. */
export interface EntryPoint {
  url: URL;
  execArgv: string[];
}

/** Finds the file `name` (without extension) beside the caller, whose `import.meta.url` is `base`. */
export function entryPoint(name: string, base: string): EntryPoint {
  const fromSource = base.endsWith('.ts');
  return {
    url: new URL(`${name}.${fromSource ? 'ts' : 'js'}`, base),
    execArgv: fromSource ? ['--disable-warning=ExperimentalWarning', '--import', SOURCE_HOOK] : [],
  };
}
