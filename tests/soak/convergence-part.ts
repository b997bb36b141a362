import { becomePage } from '../editor/support/page.ts';

/** A process of its own for some runs of `soakConvergence`: the first one, and how many. */
becomePage();
// Tiptap looks for a page when it is loaded.
const { withoutLayout } = await import('../editor/support/desk.ts');
const { manyRuns } = await import('../editor/support/many-runs.ts');
withoutLayout();
const [first = 0, runs = 1] = process.argv.slice(2).map(Number);
const seed = Number(process.env['SEED'] ?? 1) + first;
process.send?.(await manyRuns(seed, runs), () => process.exit(0));
