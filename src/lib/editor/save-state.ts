/** How the work in one section stands with the server (D3). */
export type SaveState = {
	/** `closed`: the server ended it for good and no reconnection will be tried. */
	status: 'connecting' | 'connected' | 'offline' | 'closed';
	/** Local updates that the server has not acknowledged. */
	unsaved: number;
	/** When the last of them was acknowledged, in milliseconds since 1970. */
	savedAt: number | null;
	/** Since when there is no connection; null while there is one. */
	offlineSince: number | null;
	/** The browser stores nothing: what is unsaved goes with the page when it is closed. */
	onlyHere: boolean;
};

/** The save state of a section before anything is connected. */
export const UNTOUCHED: SaveState = {
	status: 'connecting',
	unsaved: 0,
	savedAt: null,
	offlineSince: null,
	onlyHere: false
};
