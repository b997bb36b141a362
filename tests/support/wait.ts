export const wait = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

/**
 * Waits for something to become true where a slow machine is no fault: the time is there so that a
 * test which would never end says what it waited for.
 * @returns false when it did not become true
 */
export async function eventually(
	condition: () => boolean | Promise<boolean>,
	seconds = 40
): Promise<boolean> {
	const end = performance.now() + seconds * 1000;
	while (!(await condition())) {
		if (performance.now() > end) return false;
		await wait(10);
	}
	return true;
}
