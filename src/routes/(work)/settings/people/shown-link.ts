import { ok, type Result } from '#core/result.ts';
import type { App } from '#server/app.ts';

/** A link that was made for somebody, as the page that made it shows it once. */
export type ShownLink = {
	to: string;
	expiresAt: number;
	/** Null where it went by mail: then nobody but its reader sees it. */
	url: string | null;
	/** A mail was asked for. */
	wanted: boolean;
};

/** U3: offers a link to somebody's account. */
export async function offerShown(
	app: App,
	asked: Parameters<App['accounts']['offerLink']>[0],
	to: string
): Promise<Result<ShownLink>> {
	const offered = await app.accounts.offerLink(asked);
	if (!offered.ok) return offered;
	const { url, expiresAt, mailed } = offered.value;
	return ok({ to, expiresAt, url: mailed ? null : url, wanted: asked.mail });
}
