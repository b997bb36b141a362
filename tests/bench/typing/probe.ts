/** What a page has measured of itself. */
export type Measured = {
	/** Milliseconds from each key to the drawing of what it changed. */
	keys: number[];
	/** Since the page was asked for: the largest text drawn, and the first text that takes letters. */
	largestPaint: number | null;
	writable: number | null;
};

/**
 * Runs in the page before anything else. A key's time is from its event's own timestamp to the task
 * after the frame that draws the change: what the browser had queued before the key counts as well.
 */
export function probe(writable: string): void {
	const measured: Measured = { keys: [], largestPaint: null, writable: null };
	Object.assign(window, { measured });
	let pressed: number | null = null;
	let waits = false;
	const afterFrame = new MessageChannel();
	afterFrame.port1.onmessage = () => {
		if (pressed !== null) measured.keys.push(performance.now() - pressed);
		pressed = null;
		waits = false;
	};
	addEventListener(
		'keydown',
		(event) => {
			if (event.key.length === 1) pressed = event.timeStamp;
		},
		true
	);
	const changesText = ({ type, target }: MutationRecord) =>
		type !== 'attributes' && target.parentElement?.closest('.ProseMirror') !== null;
	new MutationObserver((records) => {
		if (measured.writable === null && document.querySelector(writable) !== null)
			measured.writable = performance.now();
		if (pressed === null || waits || !records.some(changesText)) return;
		waits = true;
		requestAnimationFrame(() => afterFrame.port2.postMessage(null));
	}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
	new PerformanceObserver((list) => {
		measured.largestPaint = list.getEntries().at(-1)?.startTime ?? null;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
}
