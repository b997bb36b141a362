import type { RestoreAsked, Restored } from './restore-backup.ts';

/** What an operator is told after a restore, or after looking whether it can be done. */
export function outcome(
	asked: RestoreAsked,
	{ aside, newer, manifest, lines }: Restored
): string[] {
	if (asked.checkOnly) return [...lines, `${asked.backup} of ${manifest.at} can be restored.`];
	const told = [...lines, `Restored ${asked.backup} of ${manifest.at}.`];
	if (aside !== null) told.push(`The replaced database is kept as ${aside}.`);
	told.push(...lost(newer));
	told.push(
		'Everybody signs in again; links and keys for programs that were open are not valid any more.',
		'Start the server.'
	);
	return told;
}

function lost(newer: Restored['newer']): string[] {
	if (newer === null) return [];
	if (newer === 'unreadable')
		return ['The replaced database cannot be read: what it had after the backup is not known.'];
	const { updates, acts } = newer;
	if (acts === null)
		return [
			`The replaced database has another history than the backup, with ${updates} updates of texts more.`
		];
	const count = [...acts.values()].reduce((sum, n) => sum + n, 0);
	if (updates === 0 && count === 0) return ['The replaced database had nothing that this has not.'];
	const named = [...acts].map(([act, n]) => `${act} ${n}`).join(', ');
	return [
		`The replaced database has ${updates} updates of texts and ${count} acts that the backup has not${named === '' ? '' : `: ${named}`}.`,
		...(count === 0
			? []
			: [
					'Accounts that were closed or erased and rights that were taken back after the backup are as they were before: see to them first.'
				])
	];
}
