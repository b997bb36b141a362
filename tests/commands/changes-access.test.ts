import { CHANGES_ACCESS, commands, type CommandName } from '#server/commands/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = 'server/commands';
/** What a command calls when it gives or takes a right, or ends a session. */
const CALLS =
	/\b(?:insertGrant|deleteGrants|deleteGrantRows|followClaims|setPersonFields|deleteSession|deleteSessionsOf|deleteOtherSessions|deleteExpiredSessions)\(/;
/** Nobody is connected as somebody who was not there before. */
const MAKES_SOMEBODY: CommandName[] = ['addPerson', 'createFirstAdministrator'];
/** Who comes back has no session that could be open. */
const COMES_BACK: CommandName[] = ['reopenPerson'];

test('[A6] every command that gives or takes a right has the open connections judged anew', () => {
	const changing = readdirSync(FOLDER).flatMap((file) => {
		const source = readFileSync(join(FOLDER, file), 'utf8');
		// Each command with what stands up to the next one.
		return [...source.matchAll(/export const (\w+): Command<[\s\S]*?(?=\nexport |$(?![\s\S]))/g)]
			.filter(([text]) => CALLS.test(text))
			.map(([, name]) => name as CommandName);
	});
	expect(changing.length).toBeGreaterThan(10);
	const missing = changing.filter(
		(name) =>
			name in commands &&
			!CHANGES_ACCESS.has(name) &&
			![...MAKES_SOMEBODY, ...COMES_BACK].includes(name)
	);
	expect(missing).toEqual([]);
});
