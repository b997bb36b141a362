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
	/** Of the server, whose processor time and memory are read. */
	pid: number;
	/** `ws://localhost:4000/collab`; the room's name is added where the dialect says so. */
	ws: string;
	/** The headers of each person; the clients are these people in turn. */
	people: Record<string, string>[];
	/** Whether it says when an update is on disk. */
	acknowledges: boolean;
	/** The port of its inspector; null where it has none. */
	inspector: number | null;
	/** A file with the text that the first client of a room brings; null where the room has it. */
	seed: string | null;
};

type Common = { target: Target; rooms: string[] };

export type PacedOrder = Common & {
	scene: 'paced';
	clientsARoom: number;
	lettersASecond: number;
	warmSeconds: number;
	seconds: number;
};
export type ThroughputOrder = Common & {
	scene: 'throughput';
	clientsARoom: number;
	inFlight: number;
	warmSeconds: number;
	seconds: number;
};
/** The first client of each room brings the seed, sees it stored and leaves. */
export type FillOrder = Common & { scene: 'fill' };
/** Opens the rooms, and then more silent sockets in them, and reads the server's memory meanwhile. */
export type MemoryOrder = Common & {
	scene: 'memory';
	/** So many of the rooms are opened before anything is read. */
	warmRooms: number;
	/** Silent sockets in each room in the end. */
	socketsARoom: number;
};
/** Types a recorded history, in a paragraph of its own, and writes the resulting state to a file. */
export type TraceOrder = Common & {
	scene: 'trace';
	trace: string;
	inFlight: number;
	state: string;
};
/** Opens a document; it has come when the text of `length` characters stands in it. */
export type OpenOrder = Common & { scene: 'open'; warmRoom: string; length: number };
/** All clients come back at once, with the seed's text in hand and a caret each. */
export type StormOrder = Common & { scene: 'storm'; clientsARoom: number };
/** Three write, one watches; the server is ended by `kill -9` after so long. */
export type KillOrder = Common & {
	scene: 'kill';
	/** A person's pace, or so many letters under way at once. */
	pace: { lettersASecond: number } | { inFlight: number };
	killAfterSeconds: number;
};
/** What of the letters of a killed server is there again. */
export type SurvivorsOrder = Common & { scene: 'survivors'; writers: Witnessed[] };

export type LoadOrder =
	| PacedOrder
	| ThroughputOrder
	| FillOrder
	| MemoryOrder
	| TraceOrder
	| OpenOrder
	| StormOrder
	| KillOrder
	| SurvivorsOrder;

/** Seconds, and the processor time of the server, of the load, and of everything else meanwhile. */
export type Used = { seconds: number; serverCpu: number; loadCpu: number; otherCpu: number };

export type Quantiles = { p50: number; p95: number; p99: number; most: number };

export type Measured = Used & {
	/** Letters typed (paced) or seen by everybody else (throughput). */
	updates: number;
	deliveries: number;
	/** Deliveries that never came. */
	lost: number;
	/** Milliseconds from typing to arrival at each other client; null where it is not measured. */
	seen: Quantiles | null;
	/** Milliseconds from typing to the word that it is on disk; null where there is no such word. */
	stored: Quantiles | null;
	/** What the server has resident at the end, in KiB. */
	resident: number;
};

/** What the server has resident, in KiB: before the rooms are open, with them, with all sockets. */
export type MemoryMeasured = { warm: number; withRooms: number; withSockets: number };

export type TraceMeasured = Used & { updates: number; length: number };

export type OpenMeasured = Used & {
	/** Milliseconds from connecting until the last needed byte was there, and until Yjs had taken it. */
	bytesAt: number;
	textAt: number;
	/** Bytes of the messages until then. */
	bytes: number;
	/** KiB by which the server grew. */
	grown: number;
};

export type StormMeasured = Used & {
	/** Milliseconds until half of the clients were in sync, and all. */
	halfAt: number;
	allAt: number;
	/** Milliseconds until everybody had everybody's caret; null when it never came. */
	caretsAt: number | null;
};

/** Letters of one Yjs client: `from` exclusive of its paragraph, the ends exclusive. */
export type Witnessed = {
	client: number;
	from: number;
	typedTo: number;
	/** Up to where another client had seen them, and up to where they were acknowledged. */
	seenTo: number;
	storedTo: number;
};
export type KillMeasured = Used & { writers: Witnessed[] };
export type Survived = {
	typed: number;
	seen: number;
	seenLost: number;
	/** Null where the server does not say what is stored. */
	storedLost: number | null;
};
