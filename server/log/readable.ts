/** One line of the log as people read it in a trial; no sign in it moves a cursor or begins a line. */
export function readable(line: string): string {
	const { time, level, msg, error, ...rest } = JSON.parse(line) as Record<string, unknown>;
	const about = Object.entries(rest).map(([name, value]) => `${name}=${plain(value)}`);
	const { said, at = [] } = (error ?? {}) as { said?: string; at?: string[] };
	if (said !== undefined) about.push(said);
	const words = [plain(time).slice(11, 19), plain(level), plain(msg), ...about]
		.map(clean)
		.join(' ');
	return [words, ...at.map((frame) => `    ${clean(frame)}`)].join('\n') + '\n';
}

const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const clean = (text: string) =>
	text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (sign) => {
		return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
