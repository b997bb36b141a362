/** What the load process is told and what it answers: JSON on its standard input and output. */

/** How a server wants to be spoken to. */
export type Dialect =
	/** y-websocket's protocol: the document's name stands in the address. */
	| 'y-websocket'
	/** Hocuspocus's: the name stands in each message, and a token comes first. */
	| 'hocuspocus'
	/** Nobody answers: every client brings the text. */
	| 'relay';

export type Target = {
	dialect: Dialect;
	/** Of the server, whose processor time is read. */
	pid: number;
	/** `ws://localhost:4000/collab`; the room's name is added where the dialect says so. */
	ws: string;
	/** The headers of each person; the clients are these people in turn. */
	people: Record<string, string>[];
	/** A file with the text that a room begins with, where the server has none by itself. */
	seed: string | null;
};

type Common = { target: Target; rooms: string[]; clientsARoom: number };

export type LoadOrder = Common &
	(
		| { scene: 'paced'; lettersASecond: number; warmSeconds: number; seconds: number }
		| { scene: 'throughput'; inFlight: number; warmSeconds: number; seconds: number }
	);

/** What each measured stretch of time says. */
export type Measured = {
	seconds: number;
	/** Letters typed (paced) or seen by everybody else (throughput). */
	updates: number;
	deliveries: number;
	/** Deliveries that never came. */
	lost: number;
	/** Milliseconds from typing to arrival at each other client; null where it is not measured. */
	seen: Quantiles | null;
	/** Milliseconds from typing to the word that it is on disk; null where there is no such word. */
	stored: Quantiles | null;
	/** Seconds of processor: of the server, of the load, of everything else on the machine. */
	serverCpu: number;
	loadCpu: number;
	otherCpu: number;
};

export type Quantiles = { p50: number; p95: number; p99: number; most: number };
