import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * How a thread of this program loads its modules: imported alone, before any other, so that a start
 * takes little time and memory.
 *
 * For each `.js` file Node reads the package.json above it and parses the `exports` there. drizzle-orm
 * has 170 kB of them and a hundred files: half of the time of a start, and garbage that the heap never
 * gives back. Those files are ES modules that name each other by relative path, so there is nothing to
 * look up (tests/loading.test.ts says when that is no longer so, or no longer needed).
 */
registerHooks({
	resolve(specifier, context, next) {
		const from = context.parentURL;
		if (!specifier.startsWith('.') || !from?.includes('/node_modules/drizzle-orm/'))
			return next(specifier, context);
		return { url: new URL(specifier, from).href, format: 'module', shortCircuit: true };
	}
});

// What was compiled is kept with the packages; where nobody may write there, a start only takes longer.
// The writer's thread is told by its environment, in time for its own first file.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
	new URL('../node_modules/.cache/compiled', import.meta.url)
);
enableCompileCache(process.env['NODE_COMPILE_CACHE']);
