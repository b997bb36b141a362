import { sveltekit } from '@sveltejs/kit/vite';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { barnbokslut } from './server/vite-plugin.ts';

export default defineConfig(({ isSsrBuild }) => ({
	plugins: [sveltekit(), barnbokslut()],
	resolve: {
		alias: [
			{ find: 'lib0/broadcastchannel', replacement: resolve('src/lib/editor/no-channel.ts') },
			{ find: 'lib0/dom', replacement: resolve('src/lib/editor/plain-dom.ts') },
			{
				find: /^(?:lib0|\.)\/environment(?:\.js)?$/,
				replacement: resolve('src/lib/editor/plain-environment.ts')
			},
			{ find: 'lib0/logging', replacement: resolve('src/lib/editor/plain-logging.ts') },
			// As Svelte itself names it.
			{
				find: /^\.\/dom\/elements\/custom-element\.js$/,
				replacement: resolve('src/no-custom-elements.ts')
			}
		]
	},
	build: isSsrBuild
		? {}
		: {
				// Of what a part imports, its style is named beside it: the names of all its files, at each place
				// that fetches it, weigh more than a small part. A page that is loaded names them in its head.
				modulePreload: {
					resolveDependencies: (_file, needed, { hostType }) =>
						hostType === 'html' ? needed : needed.filter((one) => one.endsWith('.css'))
				},
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								// What every page needs, in one file: many small ones pack badly.
								{
									name: 'base',
									test: /node_modules\/(?:svelte\/(?!src\/reactivity\/)|@sveltejs|devalue|clsx|esm-env)/
								},
								// What pages of those who work have and readers' have not: their style is in no file more.
								{
									name: 'house',
									test: /src\/lib\/ui\/(?:Dialog|Notice|RefusalNotice|StateMark|ArticleTags)\b|src\/lib\/messages\/(?:index|refusal)\.ts|@lucide\/svelte\/dist\/(?!icons\/)/
								},
								// What every editor needs, together for the same reason.
								{
									name: 'text',
									test: /node_modules\/(?:prosemirror-\w+|@tiptap|yjs|lib0|y-protocols)\/|src\/lib\/(?:schema|collab)\//
								}
							]
						}
					}
				}
			}
}));
