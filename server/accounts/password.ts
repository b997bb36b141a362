import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** U1: Argon2id, 19 MiB, two passes, as a PHC string. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const derive = promisify(argon2);

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** The PHC string of a password with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const tag = await derive('argon2id', {
		...COST,
		message: password.normalize('NFKC'),
		nonce: salt
	});
	return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Whether the password belongs to the PHC string; false for a string that is none. */
export async function verifyPassword(phc: string, password: string): Promise<boolean> {
	const [, m, t, p, salt, tag] = PHC.exec(phc) ?? [];
	if (m === undefined || salt === undefined || tag === undefined) return false;
	const expected = Buffer.from(tag, 'base64');
	const actual = await derive('argon2id', {
		memory: Number(m),
		passes: Number(t),
		parallelism: Number(p),
		tagLength: expected.length,
		message: password.normalize('NFKC'),
		nonce: Buffer.from(salt, 'base64')
	});
	return timingSafeEqual(expected, Buffer.from(actual));
}
