import type { App } from '#server/app.ts';
import { hashPassword } from '#server/accounts/password.ts';
import { StartError } from '#server/store/store.ts';
import { password, people } from './people.ts';

/**
 * Makes the demo municipality when the database is empty; true when it did.
 * @throws StartError when it cannot be made
 */
export async function ensureDemo(app: Pick<App, 'commands'>): Promise<boolean> {
	const made = await app.commands.createDemo({ passwordHash: await hashPassword(password) });
	if (!made.ok && made.refusal.code !== 'moved')
		throw new StartError(
			`The demo municipality could not be made (${JSON.stringify(made.refusal)}).`
		);
	return made.ok;
}

/** What is printed at the start of a demo: where it is, and who may sign in. */
export function demoAccounts(origin: string): string[] {
	return [
		`Demo municipality. Sign in at ${origin}/login with the password "${password}" as:`,
		...Object.values(people).map((p) => `  ${p.email}  ${p.role}  ${p.name}`)
	];
}
