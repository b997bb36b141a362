/**
 * W11: why a socket is closed. y-websocket treats 4400-4499 as final and stops reconnecting; 1000s
 * and 4500-4599 are tried again. One table: the code, its meaning, what the client does.
 */
export const CLOSES = {
	/** A frame that is no frame, or an update that the gate refuses as hostile. Client: reload. */
	malformed: { code: 4400, reason: 'malformed' },
	/** No session, or it has ended. Client: to the login page and back. */
	notSignedIn: { code: 4401, reason: 'not signed in' },
	/** The right to read was withdrawn. Client: says so, offers what was typed. */
	forbidden: { code: 4403, reason: 'forbidden' },
	/** No such section, or none that this person may know of. Client: says so. */
	notFound: { code: 4404, reason: 'not found' },
	/** The document was rebuilt. Client: keeps unsent text aside, loads anew. */
	otherEpoch: { code: 4409, reason: 'other epoch' },
	/** A frame over the limit. Client: keeps the text aside, loads anew. */
	tooLarge: { code: 4413, reason: 'too large' },
	/** The client's schema is older than the server's. Client: reloads the page. */
	oldSchema: { code: 4426, reason: 'old schema' },
	/** Too many frames a second, or too many sockets. Client: tries again later. */
	tooFast: { code: 4529, reason: 'too fast' },
	/** A reader that does not keep up. Client: reconnects and catches up. */
	slow: { code: 4508, reason: 'slow reader' },
	/** The room failed and is loaded anew, or the server shuts down. Client: reconnects. */
	restart: { code: 4512, reason: 'restart' }
} as const;

export type CloseName = keyof typeof CLOSES;
