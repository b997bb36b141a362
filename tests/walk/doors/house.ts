import type { Line } from '../line.ts';

/** Doors of no report: the start, signing in, the language, what tools ask, notices, pictures. */

export const house: Line[] = [
	{ door: 'layout /', asks: 'anyone' },
	{ door: 'load /', asks: 'anyone' },
	{ door: 'GET /healthz', asks: 'anyone' },
	{ door: 'GET /metrics', asks: 'operator' },
	{ door: 'POST /language', asks: 'anyone', ask: () => ({ form: { lang: 'en' } }), done: 303 },
	{ door: 'POST /logout', asks: 'anyone', done: 303 },
	// Who is signed in already is led on.
	{ door: 'load /login', asks: 'signedIn', anonymous: 200, done: 303 },
	{
		door: 'act /login?/default',
		asks: 'anyone',
		ask: () => ({ form: { email: 'nobody@walk.example', password: 'not the password' } }),
		done: 401
	},
	{ door: 'load /first/[token]', asks: 'anyone', ask: () => ({ params: { token: 'none' } }) },
	{
		door: 'act /first/[token]?/default',
		asks: 'anyone',
		// By a link of no server, and in any case after people exist.
		ask: () => ({
			params: { token: 'none' },
			form: {
				municipality: 'Ny',
				authority: 'Ny',
				name: 'Ny',
				email: 'ny@walk.example',
				password: 'a long enough password'
			}
		}),
		done: 404
	},
	// To what has been left, there is nothing to say; the others are told what leaving does.
	{ door: 'load /leave', asks: 'signedIn', anonymous: 303 },
	{ door: 'load /help', asks: 'signedIn' },
	{ door: 'act /help?/putAway', asks: 'anyone' },
	{ door: 'load /notices', asks: 'signedIn' },
	{
		door: 'act /notices?/readAll',
		asks: 'signedIn',
		ask: (_, { now }) => ({ form: { until: String(now) } })
	},
	{
		door: 'GET /notices/[id]',
		asks: 'signedIn',
		ask: ({ notice }) => ({ params: { id: notice } }),
		// Another's notice does not exist, whoever asks.
		beside: ({ personId }) => (personId === 'walk-person-writer' ? null : 404),
		done: 303
	},
	{ door: 'load /notices/settings', asks: 'signedIn' },
	{ door: 'act /notices/settings?/default', asks: 'signedIn', ask: () => ({ form: {} }) },
	{
		door: 'GET /images/[id]',
		asks: [['report.read', 'report']],
		ask: ({ image }) => ({ params: { id: image } }),
		// An address that pages of readers may hold: it is there or not, and leads nobody to sign in.
		anonymous: 404
	},
	{
		door: 'load /previews/[id]',
		asks: [['preview.read', 'preview']],
		ask: ({ preview }) => ({ params: { id: preview } })
	},
	{
		door: 'GET /previews/[id]/images/[image]',
		asks: [['preview.read', 'preview']],
		ask: ({ preview, previewImage }) => ({ params: { id: preview, image: previewImage } })
	}
];
