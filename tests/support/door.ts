import { registerHooks } from 'node:module';
import { Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before `server/main.ts` by fault tests: the built pages are replaced by a small door to the
 * app, so that the real process starts quickly and without a build, and a test can act in it.
 */
registerHooks({
	resolve(specifier, context, next) {
		if (specifier.endsWith('/build/handler.js'))
			return { url: new URL('./door-handler.ts', import.meta.url).href, shortCircuit: true };
		return next(specifier, context);
	}
});

// A test that is itself killed leaves no server behind: the pipe to it ends.
if (isMainThread && process.stdin instanceof Socket)
	process.stdin
		.on('end', () => process.exit(1))
		.resume()
		.unref();
