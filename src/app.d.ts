import type { Actor } from '#core/access.ts';
import type { TokenScope } from '#core/token.ts';
import type { RefusalCode } from '#core/result.ts';
import type { Lang } from '#messages/index.ts';
import type { App as Barnbokslut } from '#server/app.ts';

declare global {
	namespace App {
		interface Locals {
			/** The one object of the process. */
			app: Barnbokslut;
			/** Who is signed in; null for others. */
			actor: Actor | null;
			lang: Lang;
			/** The hash by which the store and open sockets know the session; null without one. */
			sessionId: string | null;
			/** U8: what the request’s key for programs reaches; null without a key that stands. */
			scope: TokenScope | null;
			/** Set-Cookie lines of accounts, added to whatever the request is answered with. */
			setCookies: string[];
			/** Seconds to wait before the next try, for the answer's header; null without. */
			retryAfter: number | null;
		}
		interface Platform {
			/** The request as the process knows it. */
			req: object;
		}
		interface Error {
			message: string;
			/** What to do about it. */
			then?: string;
			code?: RefusalCode;
			/** Finds the line in the log. */
			id?: string;
		}
		interface PageData {
			lang: Lang;
			/** The server's clock, in milliseconds since 1970. */
			now: number;
			/** The page has a decision, `#decision`, which the person may take. */
			decides?: boolean;
		}
	}
}

export {};
