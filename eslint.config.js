import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Every room that imports may name, and `server` for the top-level folder. */
const ROOMS = ['core', 'schema', 'collab', 'charts', 'editor', 'ui', 'messages', 'api', 'server'];

/**
 * One line a room: the files, and the rooms that they may import. Relative imports across rooms do
 * not exist: a room is reached by its `#name/` alone.
 * @type {[folder: string, mayImport: string[]][]}
 */
const DIRECTIONS = [
	['src/lib/core', ['core']],
	['src/lib/schema', ['core', 'schema']],
	['src/lib/collab', ['core', 'schema', 'collab']],
	['src/lib/charts', ['core', 'charts']],
	['src/lib/messages', ['core', 'messages']],
	['src/lib/ui', ['core', 'charts', 'messages', 'ui']],
	['src/lib/editor', ['core', 'schema', 'collab', 'charts', 'messages', 'ui', 'editor']],
	['src/lib/api', ['core', 'messages', 'api']],
	['src/routes', ['core', 'schema', 'charts', 'ui', 'editor', 'messages', 'api']],
	['src/hooks.server.ts', ['core', 'schema', 'charts', 'ui', 'editor', 'messages']],
	['server/store', ['core', 'server/store']],
	// The demo is a command made of commands.
	['server/commands', ['core', 'schema', 'server/store', 'server/commands', 'server/demo']],
	[
		'server/views',
		// Parts of an edition are made of its model when they are asked for.
		['core', 'schema', 'charts', 'server/store', 'server/commands', 'server/export', 'server/views']
	],
	['server/log', ['core', 'server/accounts', 'server/commands', 'server/writer', 'server/log']],
	['server/zip', ['server/zip']],
	['server/figures', ['core', 'server/store', 'server/zip', 'server/figures']],
	[
		'server/word-in',
		['core', 'schema', 'server/store', 'server/views', 'server/zip', 'server/log', 'server/word-in']
	],
	['server/mail', ['core', 'server/store', 'server/commands', 'server/log', 'server/mail']],
	['server/jobs', ['core', 'server/store', 'server/commands', 'server/jobs']],
	[
		'server/kolada',
		['core', 'server/store', 'server/commands', 'server/log', 'server/jobs', 'server/kolada']
	],
	[
		'server/publishing',
		[
			'core',
			'schema',
			'server/store',
			'server/commands',
			'server/export',
			'server/jobs',
			'server/log',
			'server/publishing'
		]
	],
	['server/export', ['core', 'schema', 'charts', 'messages', 'server/export']],
	[
		'server/collab',
		['core', 'schema', 'collab', 'server/store', 'server/commands', 'server/log', 'server/collab']
	]
];

/**
 * Matches an import specifier that starts with a room that is not in `allowed`.
 * @param {string[]} allowed
 */
function forbidden(allowed) {
	const rooms = allowed.filter((r) => !r.startsWith('server/'));
	const inServer = allowed.filter((r) => r.startsWith('server/')).map((r) => r.slice(7));
	const no = ROOMS.filter((r) => !rooms.includes(r) && r !== 'server').map((r) => `${r}/`);
	no.push(inServer.length ? `server/(?!(?:${inServer.join('|')})/)` : 'server/');
	return `^#(?:${no.join('|')})`;
}

/** @type {import('eslint').Linter.Config[]} */
const directions = DIRECTIONS.map(([dir, allowed]) => ({
	files: dir.endsWith('.ts') ? [dir] : [`${dir}/**/*.ts`, `${dir}/**/*.svelte`],
	rules: {
		'@typescript-eslint/no-restricted-imports': [
			'error',
			{
				patterns: [
					{
						regex: forbidden(allowed),
						message: `${dir} may import only from: ${allowed.join(', ')} (see src/README.md).`,
						// The page's types may come from the server; its code may not.
						allowTypeImports: dir === 'src/routes' || dir === 'src/hooks.server.ts'
					}
				]
			}
		]
	}
}));

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'drizzle/'] },
	js.configs.recommended,
	...ts.configs.strictTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: { allowDefaultProject: ['*.js'] },
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname
			}
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			eqeqeq: 'error',
			'no-undef': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true }
			],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-confusing-void-expression': 'off',
			// Kit's error() and redirect() are thrown by design.
			'@typescript-eslint/only-throw-error': 'off',
			// The one converter that does not write to the document that it reads (see src/README.md).
			'@typescript-eslint/no-deprecated': [
				'error',
				{
					allow: [
						{
							from: 'package',
							package: '@tiptap/y-tiptap',
							name: 'yXmlFragmentToProsemirrorJSON'
						},
						// For a sign-in service on this machine, whose address is of loopback.
						{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }
					]
				}
			],
			// Store functions are async by contract although SQLite answers at once.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/no-unnecessary-condition': [
				'error',
				{ allowConstantLoopConditions: true }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{ files: ['*.js'], ...ts.configs.disableTypeChecked },
	{
		// Yjs describes its contents by an abstract class that its own constructors do not satisfy.
		files: ['tests/collab/gate.test.ts'],
		rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' }
	},
	{
		files: [
			'src/lib/**/*.ts',
			'src/lib/**/*.svelte',
			'src/routes/**/*.ts',
			'src/routes/**/*.svelte'
		],
		rules: { 'no-console': 'error' }
	},
	{
		// What our own renderers made and escaped, put into a page as it is: one place for each.
		files: ['**/KeptHtml.svelte', '**/Trusted.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		// The addresses are a contract and stand at the root of the host: there is no base path.
		files: ['**/*.svelte', '**/*.ts'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	...directions
);
