import type { Accounts } from '#server/accounts/accounts.ts';

/** The same accounts; `told` hears how each attempt to sign in ended: `ok`, or the code of the refusal. */
export function watchedAccounts(accounts: Accounts, told: (outcome: string) => void): Accounts {
	return {
		...accounts,
		begin: async (...who) => {
			const begun = await accounts.begin(...who);
			told(begun.ok ? 'ok' : begun.refusal.code);
			return begun;
		},
		signIn: async (...asked) => {
			const signedIn = await accounts.signIn(...asked);
			told(signedIn.ok ? 'ok' : signedIn.refusal.code);
			return signedIn;
		}
	};
}
