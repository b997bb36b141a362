import { registerHooks } from 'node:module';

/**
 * Loaded before `server/main.ts` by fault tests: the built pages are replaced by a small door to the
 * app, so that the real process starts quickly and without a build, and a test can act in it.
 */
registerHooks({
	resolve: (specifier, context, next) =>
		specifier.endsWith('/build/handler.js')
			? { url: new URL('./door-handler.ts', import.meta.url).href, shortCircuit: true }
			: next(specifier, context)
});
