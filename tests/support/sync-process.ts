import { startServer } from './server.ts';

/** A server in a process of its own, to be killed: prints its port, the section and the cookies. */
const [file, key] = process.argv.slice(2);
if (file === undefined || key === undefined) throw new Error('sync-process FILE KEY');
const { sectionId } = await import('./server.ts');
const server = await startServer({ file });
console.log(
	JSON.stringify({
		port: server.port,
		sectionId: await sectionId(server.app, key),
		cookies: {
			culture: await server.cookie('culture'),
			coordinator: await server.cookie('coordinator')
		}
	})
);
