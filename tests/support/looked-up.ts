import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { threadId } from 'node:worker_threads';

/**
 * Loaded before `server/main.ts`, and by that in its threads: writes down each file of drizzle-orm that
 * was loaded, and each that Node's own resolution was asked for by one of its files. Hooks that come
 * later are asked first, so that the second is what they left.
 */

/** One line of the file that LOOKED_UP names. */
export type LookedUp = { thread: number; what: 'loaded' | 'looked up'; url: string };

const file = process.env['LOOKED_UP'] ?? '';
const note = (what: LookedUp['what'], url: string): void =>
	appendFileSync(file, `${JSON.stringify({ thread: threadId, what, url } satisfies LookedUp)}\n`);
const inDrizzle = (url: string | undefined): boolean =>
	url?.includes('/node_modules/drizzle-orm/') === true;

registerHooks({
	resolve(specifier, context, next) {
		const found = next(specifier, context);
		if (inDrizzle(context.parentURL) && inDrizzle(found.url)) note('looked up', found.url);
		return found;
	},
	load(url, context, next) {
		if (inDrizzle(url)) note('loaded', url);
		return next(url, context);
	}
});
