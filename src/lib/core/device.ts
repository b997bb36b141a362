/** The first that a User-Agent names counts: others pretend to be those below them. */
const BROWSERS: [RegExp, string][] = [
	[/\bEdg(?:e|A|iOS)?\/\d/, 'Edge'],
	[/\b(?:OPR|Opera)\/\d/, 'Opera'],
	[/\bSamsungBrowser\/\d/, 'Samsung Internet'],
	[/\b(?:Firefox|FxiOS)\/\d/, 'Firefox'],
	[/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\/\d/, 'Chrome'],
	[/\bVersion\/\d.*\bSafari\//, 'Safari']
];
const SYSTEMS: [RegExp, string][] = [
	[/\b(?:iPhone|iPod)\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
	[/\bLinux\b/, 'Linux']
];
/** More than this is read of no User-Agent, in characters. */
const MOST_READ = 500;

const named = (list: [RegExp, string][], text: string): string[] => {
	const found = list.find(([pattern]) => pattern.test(text));
	return found ? [found[1]] : [];
};

/**
 * A User-Agent as a person knows their machine, `Firefox, Windows`; empty where neither is known. No
 * version and no other part: what is kept about people is what they recognise a session by.
 */
export function deviceOf(userAgent: string | null): string {
	const text = (userAgent ?? '').slice(0, MOST_READ);
	return [...named(BROWSERS, text), ...named(SYSTEMS, text)].join(', ');
}
