import { nameOf, personId } from '../actors.ts';
import type { Line, Right } from '../line.ts';

/** Doors to an account: by a link that opens it, by another service, by a mail that is asked for. */

const own: Right[] = [['account.own', 'own']];
const makes: Right[] = [['token.make', 'own']];
const PASSWORD = 'ekorrar samlar nötter i oktober';

export const account: Line[] = [
	{ door: 'load /forgot', asks: 'anyone' },
	{
		door: 'act /forgot?/default',
		asks: 'anyone',
		ask: () => ({ form: { email: 'nobody@walk.example' } }),
		done: 200
	},
	// Whoever has the link has the account: no other right is asked.
	...(['invitation', 'reset'] as const).flatMap((purpose): Line[] => [
		{
			door: `load /${purpose}/[token]`,
			asks: 'anyone',
			ask: (ids) => ({ params: { token: ids[purpose] } }),
			// Whose account it is, and who sent it.
			tells: [nameOf('none'), nameOf('administrator')]
		},
		{
			door: `act /${purpose}/[token]?/default`,
			asks: 'anyone',
			ask: (ids) => ({ params: { token: ids[purpose] }, form: { password: PASSWORD } })
		},
		{
			door: `act /${purpose}/[token]?/default`,
			case: 'by a link that opens nothing',
			asks: 'anyone',
			ask: () => ({ params: { token: 'none' }, form: { password: PASSWORD } }),
			done: 404
		}
	]),
	{ door: 'load /account', asks: own },
	{
		door: 'act /account?/password',
		asks: own,
		ask: () => ({ form: { present: 'not the password', password: PASSWORD } }),
		// Another is the present one.
		done: 422
	},
	{ door: 'act /account?/end', asks: own, ask: () => ({ form: { ref: 'none' } }), done: 404 },
	{ door: 'act /account?/endOthers', asks: own },
	// Who may make none any more still sees and takes back what there is.
	{ door: 'load /account/data', asks: own },
	{ door: 'GET /account/data/download', asks: own },
	{ door: 'load /account/tokens', asks: own },
	{
		door: 'act /account/tokens?/make',
		asks: makes,
		ask: () => ({ form: { name: 'Statistik', scope: 'read', days: '30' } }),
		done: 200
	},
	{
		door: 'act /account/tokens?/revoke',
		asks: own,
		ask: ({ token }) => ({ form: { token } }),
		// Another's key does not exist.
		beside: ({ personId: id }) => (id === personId('coordinator') ? null : 404)
	},
	// No such service is set up.
	{ door: 'GET /login/sso', asks: 'anyone', done: 404 },
	{ door: 'GET /login/sso/callback', asks: 'anyone', done: 404 },
	{ door: 'GET /login/sso/out', asks: 'anyone', done: 404 }
];
