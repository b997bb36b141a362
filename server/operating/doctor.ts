import '../loading.ts';

/**
 * `npm run doctor [-- --net]`: looks at what an installation needs and says, a line each, what is well, what is
 * not, and what to do. It changes nothing; with `--net` it also asks the mail server and the sign-in service
 * whether they are there. Its exit code is 1 when something fails.
 */

const { runCommand, EXIT } = await import('./say.ts');
const { findings } = await import('./doctor/findings.ts');

await runCommand(async () => {
	const found = await findings(process.env, { net: process.argv.includes('--net') });
	for (const { state, about, says } of found) console.log(`${state.padEnd(4)}  ${about}: ${says}`);
	return found.some(({ state }) => state === 'fail') ? EXIT.wrong : EXIT.done;
});
