import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compile } from 'svelte/compiler';

/**
 * From here on this process can import the site's components as the server's build has them, so that what
 * a page costs is measured without a server around it. Styles are not loaded.
 */
export function allowPages(): void {
	registerHooks({
		load(url, context, next) {
			if (url.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true };
			if (!url.endsWith('.svelte')) return next(url, context);
			const filename = fileURLToPath(url);
			const { js } = compile(readFileSync(filename, 'utf8'), {
				filename,
				generate: 'server',
				dev: false
			});
			return { format: 'module', source: js.code, shortCircuit: true };
		}
	});
}
