import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate for 127.0.0.1 that it signed itself, as PEM; good for a day around now. */
export function selfSigned(): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const algorithm = sequence(ECDSA_WITH_SHA256);
	const name = sequence(set(sequence(COMMON_NAME, der(0x0c, Buffer.from('127.0.0.1')))));
	const day = 24 * 60 * 60 * 1000;
	const toBeSigned = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.from([1])),
		algorithm,
		name,
		sequence(time(Date.now() - day), time(Date.now() + day)),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		// The name of the machine that it is for: an address of four bytes.
		der(
			0xa3,
			sequence(
				sequence(ALTERNATIVE_NAME, der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))))
			)
		)
	);
	const signature = sign('sha256', toBeSigned, privateKey);
	const bits = der(0x03, Buffer.concat([Buffer.from([0]), signature]));
	const base64 = sequence(toBeSigned, algorithm, bits).toString('base64');
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`
	};
}

/** One value as DER has it: kind, length, content. */
function der(kind: number, content: Buffer): Buffer {
	const { length } = content;
	const size =
		length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
	return Buffer.concat([Buffer.from([kind, ...size]), content]);
}
const sequence = (...parts: Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]): Buffer => der(0x31, Buffer.concat(parts));
const time = (at: number): Buffer =>
	der(
		0x17,
		Buffer.from(
			new Date(at)
				.toISOString()
				.replace(/[-:T]|\.\d+/g, '')
				.slice(2)
		)
	);

/** Identifiers of objects, already encoded: 1.2.840.10045.4.3.2, 2.5.4.3 and 2.5.29.17. */
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const ALTERNATIVE_NAME = Buffer.from('0603551d11', 'hex');
