import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first: begun first, so that at the end no core waits for one. */
const LONG = [
	'faults/endings',
	'fuzz/honest',
	'editor/convergence-server',
	'fuzz/fuzz',
	'e2e/pages',
	'faults/disk',
	'e2e/',
	'faults/',
	'collab/'
];

class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const place = ({ moduleId }: TestSpecification): number => {
			const at = LONG.findIndex((name) => moduleId.includes(`/tests/${name}`));
			return at < 0 ? LONG.length : at;
		};
		return files.toSorted((a, b) => place(a) - place(b));
	}
}

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		maxWorkers: '100%',
		sequence: { sequencer: LongestFirst },
		// Each file is a process that loads the server's modules: in the server's own way.
		execArgv: ['--import', './server/loading.ts'],
		setupFiles: ['tests/support/messages.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/e2e/**', 'tests/bench/**'],
					// Machines are shared: a minute is for what hangs, not for what is slow.
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					environment: 'node',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/e2e/setup.ts'],
					testTimeout: 180_000,
					hookTimeout: 180_000
				}
			}
		]
	}
});
