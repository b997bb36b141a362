import { becomePage } from '../editor/support/page.ts';

/** W5: `updates` updates of real editors through the real room; false when one was refused. */
export async function soakHonest(updates: number): Promise<boolean> {
	becomePage();
	// Tiptap looks for a page when it is loaded.
	const { withoutLayout } = await import('../editor/support/desk.ts');
	const { replayHonest } = await import('../fuzz/recording.ts');
	withoutLayout();
	const { refused, ...rest } = await replayHonest(500, updates);
	for (const refusal of refused) console.log(refusal);
	console.log(JSON.stringify(rest));
	return refused.length === 0 && rest.different === 0;
}
