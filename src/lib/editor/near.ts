import type { Attachment } from 'svelte/attachments';

/** Sections this far outside of the window are opened already. */
const AHEAD = '800px 0px';
/** How long a section may be out of sight before its socket is closed. */
const LINGER_MS = 20_000;

/** Tells when an element comes near the window, and when it has been far from it for a while. */
export function near(come: () => void, go: () => void): Attachment {
	return (element) => {
		let leaving: ReturnType<typeof setTimeout> | null = null;
		const observer = new IntersectionObserver(
			(entries) => {
				const isNear = entries.at(-1)?.isIntersecting ?? false;
				if (leaving !== null) clearTimeout(leaving);
				leaving = null;
				if (isNear) come();
				else leaving = setTimeout(go, LINGER_MS);
			},
			{ rootMargin: AHEAD }
		);
		observer.observe(element);
		return () => {
			observer.disconnect();
			if (leaving !== null) clearTimeout(leaving);
		};
	};
}
