import { becomePage } from '../editor/support/page.ts';

/** A process of its own for some runs of `soakConvergence`: the first seed, and how many runs. */
becomePage();
// Tiptap looks for a page when it is loaded.
const { withoutLayout } = await import('../editor/support/desk.ts');
const { manyRuns } = await import('../editor/support/many-runs.ts');
withoutLayout();
const [first = 1, runs = 1] = process.argv.slice(2).map(Number);
process.send?.(await manyRuns(first, runs), () => process.exit(0));
