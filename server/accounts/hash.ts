import { createHash, randomBytes } from 'node:crypto';

/** What is given out once and kept by its hash alone: session ids, links, keys (U1, U3, U8). */

/** SHA-256, in hexadecimal. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 256 random bits as 43 characters that an address may hold. */
export const newToken = (): string => randomBytes(32).toString('base64url');
