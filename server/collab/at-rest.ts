/** How long nobody writes or comes before the hash is told. */
const REST = 2000;

/** W12: tells a section's hash when it rests, so that every client can compare. */
export class AtRest {
	private readonly tell: () => void;
	private timer: ReturnType<typeof setTimeout> | null = null;

	constructor(tell: () => void) {
		this.tell = tell;
	}

	/** Somebody wrote or came: the rest begins anew. */
	begin(): void {
		// Moved rather than made anew at each keystroke.
		if (this.timer) this.timer.refresh();
		else this.timer = setTimeout(this.tell, REST).unref();
	}

	end(): void {
		if (this.timer) clearTimeout(this.timer);
		this.timer = null;
	}
}
