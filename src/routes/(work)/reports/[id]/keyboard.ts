/**
 * Keeps `--keyboard` on the root element: how much of the window an on-screen keyboard covers, so
 * that the toolbar stands above it.
 */
export function followKeyboard(): () => void {
	const view = window.visualViewport;
	if (!view) return () => undefined;
	const follow = () => {
		const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop);
		document.documentElement.style.setProperty('--keyboard', `${Math.round(covered)}px`);
	};
	view.addEventListener('resize', follow);
	view.addEventListener('scroll', follow);
	follow();
	return () => {
		view.removeEventListener('resize', follow);
		view.removeEventListener('scroll', follow);
	};
}
