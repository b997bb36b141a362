import { may, type Act, type Actor, type Thing } from './access.ts';
import { ok, refuse, type Result } from './result.ts';

/** Asks the one place that decides (A2) and says no in the way that A8 asks for. */
export function permit(actor: Actor | null, act: Act, thing: Thing): Result<null> {
	const verdict = may(actor, act, thing);
	if (verdict.may) return ok(null);
	if (actor === null) return refuse({ code: 'notSignedIn' });
	return verdict.hidden
		? refuse({ code: 'notFound' })
		: refuse({ code: 'forbidden', why: verdict.why });
}
